package dev.pgduo.replay.compare;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of value that differs from run to run: its type says which texts are legal, its {@link Relation} what must stay
 * true between two values of one output. A value is only ever replaced by another legal value of the same class.
 */
public enum VolatileClass {
    /** An operating system process id. */
    PID("[1-9]\\d{0,9}", Relation.ONE_TO_ONE),
    /** A transaction id, 32 or 64 bits, with or without its epoch ({@code 0:740}); 0 (none) stays 0. */
    XID("(?:\\d{1,10}:)?\\d{1,20}", Relation.ORDERED) {
        @Override
        boolean sameKind(String expected, String actual) {
            return expected.equals("0") == actual.equals("0");
        }
    },
    /** A write-ahead log location, {@code 0/3000060}. */
    LSN("[0-9A-F]{1,8}/[0-9A-F]{1,8}", Relation.UNREVERSED),
    /** A timeline id, decimal, or the eight hex digits of a history file. */
    TIMELINE("\\d{1,10}|[0-9A-F]{8}", Relation.RANKED),
    /** A WAL segment file name, 24 hex digits, also as {@code .partial} or {@code .00000028.backup}. */
    WALFILE("[0-9A-F]{24}(?:\\.partial|\\.[0-9A-F]{8}\\.backup)?", Relation.UNREVERSED),
    /** A timestamp, date or time of day in PostgreSQL's ISO, SQL or ctime style. */
    TIMESTAMP(Shape.TIMESTAMP, Relation.NONE),
    /** A duration: {@code 12.345 ms}, an interval, or a number of (milli)seconds. */
    DURATION(Shape.DURATION, Relation.NONE),
    /** A database system identifier. */
    SYSID("\\d{18,20}", Relation.ONE_TO_ONE),
    /** A TCP port, or -1 for a socket connection (which stays -1). */
    PORT("-1|\\d{1,5}", Relation.ONE_TO_ONE) {
        @Override
        boolean sameKind(String expected, String actual) {
            return expected.startsWith("-") == actual.startsWith("-");
        }
    },
    /** An absolute path of an installation or of sockets: the directories may differ, the last name may not. */
    PATH("/[^\\s\"']+", Relation.NONE) {
        @Override
        boolean sameKind(String expected, String actual) {
            return lastName(expected).equals(lastName(actual)) && elsewhere(expected) && elsewhere(actual);
        }
    },
    /** A size in bytes or as {@code pg_size_pretty} prints it; nothing stays nothing, and the sign stays. */
    SIZE("-?\\d+(?:\\.\\d+)?(?: (?:bytes|B|kB|MB|GB|TB|PB))?", Relation.NONE) {
        @Override
        boolean sameKind(String expected, String actual) {
            return sign(expected) == sign(actual);
        }
    },
    /** The number of a line in a configuration file, which is a comment longer on the next major. */
    LINE("[1-9]\\d{0,6}", Relation.ONE_TO_ONE),
    /** How many there were, or how many in a second: nobody's choice, but what came of a load. */
    COUNT("\\d+(?:\\.\\d+)?", Relation.NONE),
    /** The dots pg_ctl prints while it waits. */
    DOTS("\\.{3,}", Relation.NONE);

    /** Where programs, libraries and sockets are, which differs from machine to machine. */
    private static final Pattern ELSEWHERE =
            Pattern.compile(".*/(?:bin|lib|lib64|share|pgsql|postgresql|tmp|run)/.*|/(?:tmp|run|var/run)(?:/.*)?");

    private final Pattern type;
    private final Relation relation;

    VolatileClass(String type, Relation relation) {
        this.type = Pattern.compile(type);
        this.relation = relation;
    }

    /** The name used in a lab file's header: {@code pid}, {@code lsn}, … */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of that header name, or empty when there is none. */
    public static Optional<VolatileClass> named(String label) {
        for (VolatileClass each : values()) {
            if (each.label().equals(label)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether this text is a legal value of the class. */
    public boolean isLegal(String text) {
        return type.matcher(text).matches();
    }

    /** Whether the second text may stand where the first was recorded, seen on its own. */
    public boolean mayReplace(String expected, String actual) {
        return isLegal(expected) && isLegal(actual) && sameKind(expected, actual);
    }

    /** What must stay true between two values of this class. */
    public Relation relation() {
        return relation;
    }

    /** The place of a legal value on its scale; only for classes that are ordered or step. */
    BigInteger rank(String value) {
        if (this == TIMELINE) {
            return value.length() == 8 ? new BigInteger(value, 16) : new BigInteger(value);
        }
        if (this == WALFILE) {
            return new BigInteger(value.substring(0, 24), 16);
        }
        String[] halves = value.split("[:/]", -1);
        int radix = this == LSN ? 16 : 10;
        BigInteger low = new BigInteger(halves[halves.length - 1], radix);
        return halves.length == 1
                ? low
                : new BigInteger(halves[0], radix).shiftLeft(32).add(low);
    }

    boolean sameKind(String expected, String actual) {
        return true;
    }

    private static boolean elsewhere(String path) {
        return ELSEWHERE.matcher(path).matches();
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static int sign(String size) {
        return new BigDecimal(size.split(" ", -1)[0]).signum();
    }
}
