package dev.pgduo.version;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The version of psql whose output a session prints: one major, or the psql that belongs to the session's server.
 *
 * @param major 15 to 18; 0 for the server's own
 */
public record PsqlStyle(int major) {
    /** The valid names, for messages. */
    public static final String WORDS = "15, 16, 17, 18, server";

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    /** The default, psql 15. */
    public static final PsqlStyle STANDARD = new PsqlStyle(OLDEST);

    /** The psql of the server's own major. */
    public static final PsqlStyle SERVER = new PsqlStyle(0);

    private static final String SERVER_WORD = "server";

    /** The style with this name; empty when there is none. */
    public static Optional<PsqlStyle> named(String word) {
        if (word.equalsIgnoreCase(SERVER_WORD)) {
            return Optional.of(SERVER);
        }
        return IntStream.rangeClosed(OLDEST, NEWEST)
                .filter(major -> word.equals(Integer.toString(major)))
                .mapToObj(PsqlStyle::new)
                .findFirst();
    }

    /**
     * The style with the name in an option or a file.
     *
     * @throws LabException when there is none of this name
     */
    public static PsqlStyle of(String word) {
        return named(word)
                .orElseThrow(() -> new LabException(ErrorReport.error("invalid psql style: \"" + word + "\"")
                        .hint("Choose one of " + WORDS + ".")));
    }

    /** The major of psql on a server of this major; for the server's own style, the nearest known one. */
    public int on(int server) {
        return major == 0 ? Math.max(OLDEST, Math.min(NEWEST, server)) : major;
    }

    /** The name of the style. */
    public String word() {
        return major == 0 ? SERVER_WORD : Integer.toString(major);
    }
}
