package dev.pgduo.cluster.conf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a configuration file, cut so that a value can be changed and all else stays.
 *
 * @param before the line up to its value: indent, name, equals sign, blanks; the whole line when it sets nothing
 * @param value the value as written, with its quotes; empty when the line sets nothing
 * @param after blanks, comment and line end behind the value
 * @param name the setting's name as written; empty when the line sets nothing
 * @see <a href="https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/utils/misc/guc-file.l">guc-file.l of 15</a>
 */
record ConfLine(String before, String value, String after, String name) {
    private static final String STRING = "'(?:[^'\\\\\\n]|\\\\.|'')*'";
    private static final String BARE = "[-+]?[A-Za-z0-9_.\\u0080-\\uffff][A-Za-z0-9_.:/\\u0080-\\uffff+-]*";
    private static final Pattern SETTING = Pattern.compile(
            "(\\s*([A-Za-z_\\u0080-\\uffff][\\w$\\u0080-\\uffff]*(?:\\.[A-Za-z_][\\w$]*)*)(?:\\s*=\\s*|\\s+))(" + STRING
                    + "|" + BARE + ")(\\s*(?:#[^\\n]*)?\\n?)");
    private static final Pattern NOTHING = Pattern.compile("\\s*(?:#[^\\n]*)?\\n?");

    /** Cuts a line, which may end with a newline. */
    static ConfLine of(String line) {
        Matcher m = SETTING.matcher(line);
        return m.matches()
                ? new ConfLine(m.group(1), m.group(3), m.group(4), m.group(2))
                : new ConfLine(line, "", "", "");
    }

    /** Whether the line sets something. */
    boolean sets() {
        return !name.isEmpty();
    }

    /** Whether the server can read the line. */
    boolean valid() {
        return sets() || NOTHING.matcher(before).matches();
    }

    /** Whether this sets, or pulls in files instead of setting. */
    boolean includes() {
        return name.toLowerCase(java.util.Locale.ROOT).matches("include(_if_exists|_dir)?");
    }

    /** The value without its quotes. */
    String plainValue() {
        return value.startsWith("'") ? ConfValue.unquote(value) : value;
    }

    /** The same line with another value; a bare number stays bare. */
    ConfLine with(String plain) {
        boolean bare = !value.startsWith("'") && plain.matches(BARE);
        return new ConfLine(before, bare ? plain : ConfValue.quote(plain), after, name);
    }

    /** The first thing on the line that the server cannot read. */
    Optional<String> badToken() {
        if (valid()) {
            return Optional.empty();
        }
        Matcher named = Pattern.compile("\\s*[A-Za-z_][\\w.$]*\\s*=?\\s*(?:" + STRING + "|" + BARE + ")?\\s*(\\S+)")
                .matcher(before);
        return Optional.of(named.lookingAt() ? named.group(1) : before.strip());
    }

    String text() {
        return before + value + after;
    }
}
