package dev.pgduo.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows that a person types for a COPY, up to a line {@code \.}. */
public final class CopyRows {
    /** The line that ends them. */
    public static final String END = "\\.";

    private static final Pattern COPY =
            Pattern.compile("(?is)(.*;)?\\s*\\\\?copy\\b.*\\bfrom\\s+(stdin|pstdin)\\b[^;]*;?\\s*");

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[\\w$]+)";
    private static final Pattern TARGET =
            Pattern.compile("(?is)(?:.*;)?\\s*\\\\?copy\\s+(" + NAME + "(?:\\." + NAME + ")*).*");

    private CopyRows() {}

    /** The table that the rows are for, as it is written; empty when rows do not follow. */
    public static Optional<String> target(String input) {
        Matcher copy = TARGET.matcher(input);
        return follow(input) && copy.matches() ? Optional.of(copy.group(1)) : Optional.empty();
    }

    /** Whether the rows of a COPY follow this input, which is complete. */
    public static boolean follow(String input) {
        return COPY.matcher(input).matches();
    }
}
