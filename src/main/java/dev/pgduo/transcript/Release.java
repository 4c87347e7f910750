package dev.pgduo.transcript;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A PostgreSQL version as a person writes it: {@code 9.6}, {@code 15}, {@code 15.4}.
 *
 * @param numbers the numbers between the dots, one to three
 */
public record Release(List<Integer> numbers) {
    private static final Pattern FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,2}");

    public Release {
        numbers = List.copyOf(numbers);
    }

    /** The version, or empty when the text is none. */
    public static Optional<Release> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Release(
                Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList()));
    }

    /** A version made of these numbers, {@code of(9, 6)} or {@code of(15)}. */
    public static Release of(Integer... numbers) {
        return new Release(List.of(numbers));
    }

    /**
     * Less than, equal to or greater than zero as this server's version stands to a version in a lab; only as many numbers
     * count as the lab names, so server 12.3 is neither below nor above {@code 12}.
     */
    public int compareAsFarAs(Release named) {
        for (int i = 0; i < named.numbers.size(); i++) {
            int mine = i < numbers.size() ? numbers.get(i) : 0;
            if (mine != named.numbers.get(i)) {
                return Integer.compare(mine, named.numbers.get(i));
            }
        }
        return 0;
    }

    /** 9.6 for 9.6.24, 15 for 15.4. */
    public Release major() {
        int length = Math.min(numbers.get(0) < 10 ? 2 : 1, numbers.size());
        return new Release(numbers.subList(0, length));
    }

    /** The shortest name that tells this version from the others: its major, unless another one has the same. */
    public Release among(Collection<Release> others) {
        boolean alone = others.stream()
                .noneMatch(other -> !other.equals(this) && other.major().equals(major()));
        return alone ? major() : this;
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
