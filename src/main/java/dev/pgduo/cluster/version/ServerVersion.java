package dev.pgduo.cluster.version;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A released PostgreSQL version: {@code 9.6.24} is major 9 here, {@code 15.18} is major 15.
 *
 * @param major 9 (meaning 9.6) or 10 and up
 * @param minor the release within the major, 0 and up; 0 also for development versions
 */
public record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {
    private static final Pattern TEXT = Pattern.compile("(?:^|\\s)(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?=\\D|$)");

    public ServerVersion {
        if (major < 9 || minor < 0) {
            throw new LabException(
                    ErrorReport.error("PostgreSQL before 9.6 cannot be used").hint("Use 9.6 to 18."));
        }
    }

    /**
     * Reads {@code 15.18 (Debian 15.18-0+deb12u1)}, {@code postgres (PostgreSQL) 9.6.24}, {@code 18.6} or {@code 19beta1}.
     *
     * @throws LabException when there is no version in the text, or it is older than 9.6
     */
    public static ServerVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.find()) {
            throw LabException.of(
                    "invalid server version: \"" + text + "\"", "Write a version such as 15, 15.18 or 9.6.24.");
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = number(matcher.group(2));
        if (first > 9) {
            return new ServerVersion(first, second);
        }
        return new ServerVersion(second == 6 ? first : 0, number(matcher.group(3)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The major as people write it: {@code 9.6} or {@code 15}. */
    public String majorName() {
        return major == 9 ? "9.6" : Integer.toString(major);
    }

    /** What the server's {@code server_version_num} says: 90624 or 150018. */
    public int number() {
        return major == 9 ? 90600 + minor : major * 10000 + minor;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Integer.compare(number(), other.number());
    }

    /** {@code 9.6.24} or {@code 15.18}. */
    @Override
    public String toString() {
        return majorName() + "." + minor;
    }
}
