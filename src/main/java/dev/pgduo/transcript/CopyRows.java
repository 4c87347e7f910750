package dev.pgduo.transcript;

import java.util.regex.Pattern;

/** The rows that a person types for a COPY, up to a line {@code \.}. */
public final class CopyRows {
    /** The line that ends them. */
    public static final String END = "\\.";

    private static final Pattern COPY =
            Pattern.compile("(?is)(.*;)?\\s*\\\\?copy\\b.*\\bfrom\\s+(stdin|pstdin)\\b[^;]*;?\\s*");

    private CopyRows() {}

    /** Whether rows follow this input, which is complete. */
    public static boolean follow(String input) {
        return COPY.matcher(input).matches();
    }
}
