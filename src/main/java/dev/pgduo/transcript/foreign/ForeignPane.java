package dev.pgduo.transcript.foreign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pane for the lines of a prompt, as {@code --map} gives it.
 *
 * @param node {@code a}, {@code b} or {@code ab}, or null when only the session is given
 * @param session the session's number, or 0 when only the node is given
 * @param text whether the lines are text, not commands
 */
public record ForeignPane(@Nullable String node, int session, boolean text) {
    /** The forms of a pane, for messages. */
    public static final String FORMS =
            "A pane is a, b or ab (a node, or both), 1 to 9 (a session), a:1 (a session on a node), or text (no command).";

    private static final Pattern FORM =
            Pattern.compile("(?:(?:sh )?(?<node>ab(?!:)|[ab])(?::(?<of>[1-9]))?|(?<session>[1-9])|(?<text>text))");

    /** Parses a pane. */
    public static Optional<ForeignPane> of(String written) {
        Matcher matcher = FORM.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String number = matcher.group("of") == null ? matcher.group("session") : matcher.group("of");
        return Optional.of(new ForeignPane(
                matcher.group("node"), number == null ? 0 : Integer.parseInt(number), matcher.group("text") != null));
    }

    /** The node of a shell in it: that of the session, without one. */
    String server() {
        return node != null ? node : session > 1 ? "b" : "a";
    }
}
