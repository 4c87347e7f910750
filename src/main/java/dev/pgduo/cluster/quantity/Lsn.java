package dev.pgduo.cluster.quantity;

import dev.pgduo.report.LabException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A WAL position, as the server's type pg_lsn.
 *
 * @param position the offset in bytes, unsigned
 */
public record Lsn(long position) implements Comparable<Lsn> {
    private static final Pattern TEXT = Pattern.compile("([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8})");

    /**
     * Reads {@code 0/63000000}.
     *
     * @throws LabException with the server's message when the text is invalid
     */
    public static Lsn parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw LabException.of("invalid input syntax for type pg_lsn: \"" + text + "\"");
        }
        return new Lsn(Long.parseLong(matcher.group(1), 16) << 32 | Long.parseLong(matcher.group(2), 16));
    }

    /** The number of bytes from the other position to this one; negative when this one is before it. */
    public long minus(Lsn other) {
        return position - other.position;
    }

    /**
     * Written by hand, because a record's generated method uses method handles, whose initialization takes tens of
     * milliseconds.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lsn lsn && lsn.position == position;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    @Override
    public int compareTo(Lsn other) {
        return Long.compareUnsigned(position, other.position);
    }

    /** {@code 0/63000000}: both halves in hexadecimal, without leading zeros. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%X/%X", position >>> 32, position & 0xFFFFFFFFL);
    }
}
