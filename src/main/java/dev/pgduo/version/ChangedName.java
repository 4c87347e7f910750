package dev.pgduo.version;

import java.util.List;
import java.util.Optional;

/**
 * A name that exists only on some majors.
 *
 * @param name in lower case
 * @param major the last major with it, or the first one if {@code came}; 9 is 9.6
 * @param came whether it is a new name; otherwise it was removed
 * @param instead a name of the same kind, a sentence, or nothing
 */
record ChangedName(NameKind kind, String name, int major, boolean came, String instead) {
    /** Parses a line of the table. */
    static ChangedName parse(String line) {
        List<String> cells = List.of(line.split("\\|", -1));
        String major = cells.get(2);
        boolean came = major.endsWith("+");
        String number = came ? major.substring(0, major.length() - 1) : major;
        return new ChangedName(
                NameKind.valueOf(cells.get(0).toUpperCase(java.util.Locale.ROOT)),
                cells.get(1),
                number.equals("9.4") ? 8 : Integer.parseInt(number.replace(".6", "")),
                came,
                cells.get(3));
    }

    /** The HINT for somebody who has used {@code wanted} on this major; empty when it is another name, or the major has it. */
    Optional<String> hint(String wanted, int on) {
        if (wanted.equals(name)) {
            return came ? before(on) : after(on);
        }
        return renamed() && wanted.equals(instead) && on <= major
                ? Optional.of("Before PostgreSQL " + (major + 1) + " it is called " + shown(name) + ".")
                : Optional.empty();
    }

    boolean renamed() {
        return !came && instead.matches("\\w+");
    }

    private Optional<String> before(int on) {
        return on >= major ? Optional.empty() : Optional.of(("It needs PostgreSQL " + major + ". " + instead).strip());
    }

    private Optional<String> after(int on) {
        if (on <= major) {
            return Optional.empty();
        }
        String since = major < 9 ? "9.5" : Integer.toString(major + 1);
        return Optional.of(
                renamed()
                        ? "Since PostgreSQL " + since + " it is called " + shown(instead) + "."
                        : ("It was removed in PostgreSQL " + since + ". " + instead).strip());
    }

    private String shown(String other) {
        return kind == NameKind.FUNCTION ? other + "()" : other;
    }
}
