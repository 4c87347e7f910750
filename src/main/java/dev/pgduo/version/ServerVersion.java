package dev.pgduo.version;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL version: a server's own, {@code 15.18} or {@code 9.6.24}, or a name without the last numbers, which stands for
 * all these versions: {@code 15}, {@code 9.6}. Ordered from the oldest to the newest; 15 comes before 15.4.
 *
 * @param numbers the numbers between the dots, one to three
 */
public record ServerVersion(List<Integer> numbers) implements Comparable<ServerVersion> {
    private static final Pattern TEXT =
            Pattern.compile("(?:^|\\s)(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?=\\D|$)");
    private static final Pattern NAME = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,2}");
    private static final int FIRST_OF_ONE_NUMBER = 10;

    public ServerVersion {
        numbers = List.copyOf(numbers);
    }

    /**
     * Parses a server's own version: {@code 15.18 (Debian 15.18-0+deb12u1)}, {@code postgres (PostgreSQL) 9.6.24}, {@code 18.6}
     * or {@code 19beta1}.
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
        if (first >= FIRST_OF_ONE_NUMBER) {
            return new ServerVersion(List.of(first, second));
        }
        if (first != 9 || second != 6) {
            throw new LabException(
                    ErrorReport.error("PostgreSQL before 9.6 cannot be used").hint("Use 9.6 to 18."));
        }
        return new ServerVersion(List.of(first, second, number(matcher.group(3))));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Parses a version that a person has typed; empty when the text is none. */
    public static Optional<ServerVersion> named(String text) {
        if (!NAME.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new ServerVersion(
                Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList()));
    }

    /** All releases of a major; 9 means 9.6. */
    public static ServerVersion ofMajor(int major) {
        return new ServerVersion(major == 9 ? List.of(9, 6) : List.of(major));
    }

    /** The majors 9.6, 10 and so on up to this version's. */
    public List<ServerVersion> majorsUpToThis() {
        List<ServerVersion> majors = new ArrayList<>();
        for (int major = 9; major <= major(); major++) {
            majors.add(ofMajor(major));
        }
        return majors;
    }

    /** The major: 9 for 9.6, or 10 and up. */
    public int major() {
        return numbers.get(0);
    }

    /** The minor version; 0 for a development version, and when it is not named. */
    public int minor() {
        int at = numbersOfMajor();
        return at < numbers.size() ? numbers.get(at) : 0;
    }

    private int numbersOfMajor() {
        return major() < FIRST_OF_ONE_NUMBER ? 2 : 1;
    }

    /** The name of the major: {@code 9.6} or {@code 15}. */
    public String majorName() {
        return withoutMinor().toString();
    }

    /** The version without its minor: 9.6 for 9.6.24, 15 for 15.4. */
    public ServerVersion withoutMinor() {
        return new ServerVersion(numbers.subList(0, Math.min(numbersOfMajor(), numbers.size())));
    }

    /** The number as in {@code server_version_num}: 90624 or 150018. */
    public int number() {
        return major() == 9 ? 90600 + minor() : major() * 10000 + minor();
    }

    /**
     * Compares this server's version with a name; returns a number less than, equal to or greater than zero. Only as many
     * numbers are compared as the name has, so server 12.3 is equal to {@code 12}.
     */
    public int compareAsFarAs(ServerVersion named) {
        for (int i = 0; i < named.numbers.size(); i++) {
            int mine = i < numbers.size() ? numbers.get(i) : 0;
            if (mine != named.numbers.get(i)) {
                return Integer.compare(mine, named.numbers.get(i));
            }
        }
        return 0;
    }

    /** The shortest name that distinguishes this version from the others: its major, unless another one has the same. */
    public ServerVersion among(Collection<ServerVersion> others) {
        boolean alone = others.stream()
                .noneMatch(other -> !other.equals(this) && other.withoutMinor().equals(withoutMinor()));
        return alone ? withoutMinor() : this;
    }

    @Override
    public int compareTo(ServerVersion other) {
        int order = compareAsFarAs(other);
        return order == 0 ? Integer.compare(numbers.size(), other.numbers.size()) : order;
    }

    /** {@code 9.6.24} or {@code 15.18}. */
    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
