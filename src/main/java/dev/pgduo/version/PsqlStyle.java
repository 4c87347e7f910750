package dev.pgduo.version;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which psql's output a session prints: that of one major, or of the psql that comes with the session's server.
 *
 * @param major 15 to 18; 0 stands for the server's own
 */
public record PsqlStyle(int major) {
    /** The majors that are known, as a list for a person. */
    public static final String WORDS = "15, 16, 17, 18, server";

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    /** psql 15, when nobody asks for another. */
    public static final PsqlStyle STANDARD = new PsqlStyle(OLDEST);

    /** The psql of the server's own major. */
    public static final PsqlStyle SERVER = new PsqlStyle(0);

    private static final String SERVER_WORD = "server";

    /** The style of this name; empty when there is none. */
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
     * The style that an option or a file names.
     *
     * @throws LabException when there is none of this name
     */
    public static PsqlStyle of(String word) {
        return named(word)
                .orElseThrow(() -> new LabException(ErrorReport.error("invalid psql style: \"" + word + "\"")
                        .hint("Choose one of " + WORDS + ".")));
    }

    /** psql's major on a server of this one; the server's own is the nearest that is known. */
    public int on(int server) {
        return major == 0 ? Math.max(OLDEST, Math.min(NEWEST, server)) : major;
    }

    /** Its name. */
    public String word() {
        return major == 0 ? SERVER_WORD : Integer.toString(major);
    }
}
