package dev.pgduo.transcript.foreign.document;

import java.util.Locale;
import java.util.Set;

/** What a document says of the text in a block of code. */
public enum Language {
    /** SQL, with or without prompts. */
    SQL,
    /** Lines of a shell, with or without prompts. */
    SHELL,
    /** Nothing, or nothing that tells commands from output. */
    NONE,
    /** Prose and code are not told from each other. */
    PLAIN,
    /** Something that is not run: a configuration file, a program. */
    OTHER;

    private static final Set<String> SQL_NAMES = Set.of(
            "sql", "psql", "pgsql", "plpgsql", "postgres", "postgresql", "postgresql-console", "postgres-console");
    private static final Set<String> SHELL_NAMES = Set.of(
            "sh",
            "bash",
            "shell",
            "zsh",
            "ksh",
            "console",
            "shell-session",
            "sh-session",
            "shellsession",
            "terminal",
            "cmd");
    private static final Set<String> NONE_NAMES = Set.of(
            "",
            "text",
            "txt",
            "plain",
            "plaintext",
            "none",
            "output",
            "log",
            "screen",
            "programlisting",
            "doscon",
            "default");

    /** The language of this name. */
    public static Language named(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (SQL_NAMES.contains(lower)) {
            return SQL;
        }
        return SHELL_NAMES.contains(lower) ? SHELL : NONE_NAMES.contains(lower) ? NONE : OTHER;
    }
}
