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
     * With more to say.
     *
     * @param detail empty for none
     */
    Misuse(String message, String detail) {
        super(message, null, false, false);
        this.detail = detail;
    }

    /** More operands than the program takes. */
    static Misuse tooMany(List<String> operands, int most) {
        return new Misuse("too many command-line arguments (first is \"" + operands.get(most) + "\")");
    }

    /** Says it, and where to read more. */
    void tell(ClientOutput out) {
        out.error(String.valueOf(getMessage()));
        if (!detail.isEmpty()) {
            out.detail(detail);
        }
        out.tryHelp();
    }
}
