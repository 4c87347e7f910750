package dev.pgduo.shell.command;

import dev.pgduo.report.ErrorReport;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognizes lines that are no commands of the lab, but are meant for another prompt. */
final class ElsewhereWords {
    private static final Set<String> SQL = Set.of(
            "abort",
            "alter",
            "analyze",
            "begin",
            "call",
            "checkpoint",
            "close",
            "cluster",
            "comment",
            "commit",
            "copy",
            "create",
            "deallocate",
            "declare",
            "delete",
            "discard",
            "do",
            "drop",
            "end",
            "execute",
            "explain",
            "fetch",
            "grant",
            "insert",
            "listen",
            "lock",
            "merge",
            "move",
            "notify",
            "prepare",
            "reassign",
            "refresh",
            "reindex",
            "release",
            "revoke",
            "rollback",
            "savepoint",
            "select",
            "set",
            "show",
            "table",
            "truncate",
            "unlisten",
            "update",
            "vacuum",
            "values",
            "with");

    /** Shell commands that beginners try first; names with pg_ are no commands of the lab either. */
    private static final Set<String> SHELL = Set.of(
            "cat",
            "cd",
            "cp",
            "createdb",
            "echo",
            "grep",
            "head",
            "initdb",
            "less",
            "ls",
            "mkdir",
            "mv",
            "nano",
            "pwd",
            "rm",
            "sed",
            "su",
            "sudo",
            "systemctl",
            "tail",
            "touch",
            "vi",
            "vim");

    private final CommandCatalog catalog;

    ElsewhereWords(CommandCatalog catalog) {
        this.catalog = catalog;
    }

    /** The error that names the prompt for the line; empty when it may be a command of the lab. */
    Optional<UsageException> complaint(String line) {
        String first = line.strip().split("\\s+", 2)[0];
        if (first.startsWith("\\") && first.length() > 1) {
            return Optional.of(backslash(first));
        }
        if (first.matches("postgres\\d*>.*")) {
            return Optional.of(shell());
        }
        if (first.startsWith("=>")) {
            return Optional.of(sql());
        }
        String word = first.replaceFirst("[;(].*$", "").toLowerCase(Locale.ROOT);
        if (known(word)) {
            return Optional.empty();
        }
        return SQL.contains(word)
                ? Optional.of(sql())
                : word.matches("pg_\\w+") || SHELL.contains(word) ? Optional.of(shell()) : Optional.empty();
    }

    private static UsageException sql() {
        return said(
                "SQL is not understood at the lab's prompt",
                "Go to \"psql a\" (Alt-1) or" + " \"psql b\" (Alt-2), or put \"|\" before it.");
    }

    private static UsageException shell() {
        return said(
                "programs of the operating system are not understood at the lab's prompt",
                "Go to the OS prompt of a node: \"sh a\" or \"sh b\".");
    }

    private UsageException backslash(String first) {
        String name = first.substring(1);
        return known(name)
                ? said("a command has no backslash at the lab's prompt", "Type \"" + name + "\".")
                : said(
                        "psql's commands are not understood at the lab's prompt",
                        "Go to \"psql a\" (Alt-1) or \"psql b\" (Alt-2).");
    }

    private boolean known(String word) {
        return catalog.find(word).isPresent() || !catalog.under(word).isEmpty();
    }

    private static UsageException said(String message, String hint) {
        return new UsageException(ErrorReport.error(message).hint(hint));
    }
}
