package dev.pgduo.transcript.foreign.document;

import java.util.Locale;
import java.util.Set;

/** The language of a block of code according to the document. */
public enum Language {
    /** SQL, with or without prompts. */
    SQL,
    /** Lines of a shell, with or without prompts. */
    SHELL,
    /** No language, or one that does not distinguish commands from output. */
    NONE,
    /** The document does not distinguish prose and code. */
    PLAIN,
    /** Text that is not run: a configuration file, a program. */
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

    /** The language with this name. */
    public static Language named(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (SQL_NAMES.contains(lower)) {
            return SQL;
        }
        return SHELL_NAMES.contains(lower) ? SHELL : NONE_NAMES.contains(lower) ? NONE : OTHER;
    }
}
