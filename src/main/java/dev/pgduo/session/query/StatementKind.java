package dev.pgduo.session.query;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The effect of a statement on the database, as far as its text and command tag tell. */
public enum StatementKind {
    READ_ONLY,
    /** May write WAL. */
    WRITES,
    TRANSACTION_CONTROL,
    /** Neither reads tables nor writes: SET, LISTEN, CHECKPOINT, … */
    UTILITY;

    private static final Set<String> READS = Set.of("SELECT", "TABLE", "VALUES", "SHOW", "FETCH", "EXPLAIN", "WITH");
    private static final Set<String> CONTROLS = Set.of(
            "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE TRANSACTION");
    private static final Set<String> UTILITIES = Set.of(
            "SET",
            "RESET",
            "DISCARD",
            "LISTEN",
            "UNLISTEN",
            "LOAD",
            "CHECKPOINT",
            "DECLARE",
            "CLOSE",
            "MOVE",
            "LOCK",
            "DEALLOCATE",
            "PREPARE",
            "ALTER SYSTEM");

    /** Words in a query that change data, and catalog functions that change something. */
    private static final Pattern CHANGES = Pattern.compile(
            "\\b(insert\\s+into|update\\s+\\S+.*\\sset|delete\\s+from|merge\\s+into|analyze\\s|for\\s+(no\\s+key\\s+)?update|"
                    + "for\\s+(key\\s+)?share|nextval|setval|lo_\\w+|txid_current\\b|pg_current_xact_id\\b|"
                    + "pg_(create|drop|copy)_\\w+|pg_logical_\\w+|pg_replication_(origin|slot_advance)\\w*|pg_promote|pg_switch_\\w+|"
                    + "pg_reload_conf|pg_(terminate|cancel)_backend|pg_(wal|xlog)_replay_(pause|resume)|"
                    + "pg_rotate_logfile|pg_(start|stop)_backup|pg_backup_(start|stop)|dblink\\w*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NOT_CODE = Pattern.compile("'(?:[^']++|'')*+'|--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /**
     * The kind of one statement.
     *
     * @param tag the command tag, empty after an error
     * @param rows whether it returned a result with columns
     */
    public static StatementKind of(String sql, String tag, boolean rows) {
        String code = NOT_CODE.matcher(sql).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
        String command = tag.isEmpty() ? code : tag;
        if (starts(command, CONTROLS)) {
            return TRANSACTION_CONTROL;
        }
        if (starts(command, UTILITIES)) {
            return UTILITY;
        }
        boolean selectInto = tag.startsWith("SELECT") && !rows;
        boolean reads = starts(code, READS) || code.startsWith("(") || copiesOut(code);
        return reads && !selectInto && !CHANGES.matcher(code).find() ? READ_ONLY : WRITES;
    }

    private static boolean copiesOut(String code) {
        return code.startsWith("COPY")
                && Pattern.compile("\\bTO\\b").matcher(code).find();
    }

    private static boolean starts(String text, Set<String> words) {
        return words.stream()
                .anyMatch(word -> text.startsWith(word)
                        && (text.length() == word.length() || !Character.isLetter(text.charAt(word.length()))));
    }
}
