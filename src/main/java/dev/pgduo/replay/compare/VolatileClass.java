package dev.pgduo.replay.compare;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of value that differs from run to run: its type determines valid texts, and its {@link Relation} what must hold
 * between two values of one output. A value can only be replaced by another valid value of the same class.
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
    /** An absolute path of an installation or of sockets: the directories may differ, the last name must be equal. */
    PATH("/[^\\s\"']+", Relation.NONE) {
        @Override
        boolean sameKind(String expected, String actual) {
            return lastName(expected).equals(lastName(actual)) && elsewhere(expected) && elsewhere(actual);
        }
    },
    /** A size in bytes or as {@code pg_size_pretty} prints it; zero stays zero, and the sign is kept. */
    SIZE("-?\\d+(?:\\.\\d+)?(?: (?:bytes|B|kB|MB|GB|TB|PB))?", Relation.NONE) {
        @Override
        boolean sameKind(String expected, String actual) {
            return sign(expected) == sign(actual);
        }
    },
    /** A line number in a configuration file, which may have further comments on another major. */
    LINE("[1-9]\\d{0,6}", Relation.ONE_TO_ONE),
    /** A count, or a rate per second, that a load has produced. */
    COUNT("\\d+(?:\\.\\d+)?", Relation.NONE),
    /** The dots pg_ctl prints while it waits. */
    DOTS("\\.{3,}", Relation.NONE);

    /** Directories of programs, libraries and sockets, which differ between machines. */
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

    /** The class with this name in a header, or empty when there is none. */
    public static Optional<VolatileClass> named(String label) {
        for (VolatileClass each : values()) {
            if (each.label().equals(label)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether a text is a valid value of the class. */
    public boolean isLegal(String text) {
        return type.matcher(text).matches();
    }

    /** Whether the second value may replace the first, recorded one, apart from relations. */
    public boolean mayReplace(String expected, String actual) {
        return isLegal(expected) && isLegal(actual) && sameKind(expected, actual);
    }

    /** The relation between values of this class. */
    public Relation relation() {
        return relation;
    }

    /** The rank of a valid value; only for classes with an order. */
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
