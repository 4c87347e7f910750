package dev.pgduo.version;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of names, with the server's error for an unknown one (lc_messages = 'C'). */
public enum NameKind {
    FUNCTION("42883", "function (?:\\w+\\.)?(\\w+)\\("),
    COLUMN("42703", "column \"?(?:\\w+\\.)?(\\w+)\"? (?:of relation .*)?does not exist"),
    RELATION("42P01", "relation \"(?:\\w+\\.)?(\\w+)\" does not exist"),
    SETTING("42704", "unrecognized configuration parameter \"(\\w+)\""),
    PROGRAM("", "(?!)"),
    DIRECTORY("58P01", "could not (?:open|stat) (?:directory|file) \"(\\w+)[/\"]");

    private final String sqlState;
    private final Pattern complaint;

    NameKind(String sqlState, String complaint) {
        this.sqlState = sqlState;
        this.complaint = Pattern.compile(complaint);
    }

    /** The kind of name that an error with this SQLSTATE is about. */
    static Optional<NameKind> ofError(String sqlState) {
        return Stream.of(values())
                .filter(kind -> !sqlState.isEmpty() && kind.sqlState.equals(sqlState))
                .findFirst();
    }

    /** The unknown name in an error message. */
    Optional<String> nameIn(String message) {
        Matcher matcher = complaint.matcher(message);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
