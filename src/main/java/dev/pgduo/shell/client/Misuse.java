package dev.pgduo.shell.client;

import java.util.List;

/** A program's command line cannot be understood. */
final class Misuse extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    Misuse(String message) {
        this(message, "");
    }

    /**
     * An error with a detail.
     *
     * @param detail empty for none
     */
    Misuse(String message, String detail) {
        super(message, null, false, false);
        this.detail = detail;
    }

    /** The error that there are more operands than the program takes. */
    static Misuse tooMany(List<String> operands, int most) {
        return new Misuse("too many command-line arguments (first is \"" + operands.get(most) + "\")");
    }

    /** Prints the error, and refers to {@code --help}. */
    void tell(ClientOutput out) {
        out.error(String.valueOf(getMessage()));
        if (!detail.isEmpty()) {
            out.detail(detail);
        }
        out.tryHelp();
    }
}
