package dev.pgduo.session.prompt;

import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import dev.pgduo.table.DisplayWidth;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Expands the percent sequences of a prompt (psql 15 and 18: {@code get_prompt}; manual: Prompting). Not thread-safe. */
public final class PromptText {
    private static final int NEWER_LETTERS = 18;

    private final Psql psql;
    private final Frame frame;
    private final boolean more;
    private final String pattern;
    private final StringBuilder text = new StringBuilder();
    private int position;

    private PromptText(Psql psql, String pattern, boolean more) {
        this.psql = psql;
        this.frame = psql.frame();
        this.pattern = pattern;
        this.more = more;
    }

    /** The prompt for the next line: PROMPT1, or PROMPT2 within a statement. */
    public static String next(Psql psql) {
        Frame frame = psql.frame();
        boolean more = frame.unfinished();
        String prompt = named(psql, more ? "PROMPT2" : "PROMPT1", more);
        if (!more) {
            frame.promptWidth(width(prompt));
        }
        return prompt;
    }

    /** The width of the last line in columns, without invisible sequences, which have marks around them. */
    private static int width(String prompt) {
        String last = prompt.substring(prompt.lastIndexOf('\n') + 1).replaceAll("\u0001[^\u0002]*\u0002", "");
        return last.codePoints().map(c -> Math.max(0, DisplayWidth.of(c))).sum();
    }

    /** The prompt for data of COPY: PROMPT3. */
    public static String copy(Psql psql) {
        return named(psql, "PROMPT3", false);
    }

    private static String named(Psql psql, String variable, boolean more) {
        return new PromptText(psql, psql.variables().value(variable).orElse(""), more).resolved();
    }

    private String resolved() {
        while (position < pattern.length()) {
            char c = pattern.charAt(position++);
            if (c != '%' || position >= pattern.length()) {
                text.append(c == '%' ? "" : c);
            } else {
                escape(pattern.charAt(position++));
            }
        }
        return text.toString();
    }

    private void escape(char letter) {
        WireConnection connection = psql.connection();
        switch (letter) {
            case '/', '~', 'n', 'M', 'm', '>', 'p' -> text.append(connection == null ? "" : place(letter, connection));
            case 'R' -> text.append(status(connection));
            case 'x' ->
                text.append(connection == null ? "?" : connection.status().mark());
            case '#' ->
                text.append(connection != null && "on".equals(connection.parameter("is_superuser")) ? '#' : '>');
            case 'l' -> text.append(frame.statementLine());
            case 'w' -> text.append(" ".repeat(frame.promptWidth()));
            case '[' -> text.append('\u0001');
            case ']' -> text.append('\u0002');
            case '`' -> text.append(command(upTo('`')));
            case ':' -> text.append(psql.variables().value(upTo(':')).orElse(""));
            case '?' -> {}
            case 'P' -> text.append(newer("P", connection == null ? "" : pipeline()));
            case 's' -> text.append(newer("s", psql.variables().value("SERVICE").orElse("")));
            default -> digitsOr(letter);
        }
    }

    /** The value of a sequence that exists since psql 18; in older styles the letter has no meaning. */
    private String newer(String letter, String value) {
        return psql.major() >= NEWER_LETTERS ? value : letter;
    }

    private String pipeline() {
        if (psql.pipelining().aborted()) {
            return "abort";
        }
        return psql.pipelining().on() ? "on" : "off";
    }

    private void digitsOr(char letter) {
        if (letter < '0' || letter > '7') {
            text.append(letter);
            return;
        }
        int value = letter - '0';
        while (position < pattern.length() && Character.digit(pattern.charAt(position), 8) >= 0) {
            value = (value * 8 + pattern.charAt(position++) - '0') & 0xff;
        }
        text.append((char) value);
    }

    private String place(char letter, WireConnection connection) {
        Endpoint endpoint = connection.endpoint();
        return switch (letter) {
            case '/' -> endpoint.database();
            case '~' -> tilde(endpoint);
            case 'n' -> user(connection);
            case 'M', 'm' -> host(endpoint, letter == 'M');
            case '>' -> Integer.toString(endpoint.port());
            default -> Integer.toString(connection.backendPid());
        };
    }

    private String tilde(Endpoint endpoint) {
        String home = psql.host().environment().getOrDefault("PGDATABASE", "");
        boolean own = endpoint.database().equals(endpoint.user())
                || endpoint.database().equals(home);
        return own ? "~" : endpoint.database();
    }

    private static String user(WireConnection connection) {
        String session = connection.parameter("session_authorization");
        return session == null ? connection.endpoint().user() : session;
    }

    private static String host(Endpoint endpoint, boolean full) {
        if (endpoint.overSocket()) {
            boolean usual = endpoint.host().equals(Endpoint.SOCKETS);
            return full && !usual ? "[local:" + endpoint.host() + "]" : "[local]";
        }
        int dot = endpoint.host().indexOf('.');
        return full || dot < 0 ? endpoint.host() : endpoint.host().substring(0, dot);
    }

    private String status(@Nullable WireConnection connection) {
        if (more) {
            return String.valueOf(frame.scanner().mark());
        }
        if (!frame.conditions().active()) {
            return "@";
        }
        if (connection == null) {
            return "!";
        }
        return psql.variables().on("SINGLELINE") ? "^" : "=";
    }

    private String upTo(char end) {
        int close = pattern.indexOf(end, position);
        String inside = pattern.substring(position, close < 0 ? pattern.length() : close);
        position = close < 0 ? pattern.length() : close + 1;
        return inside;
    }

    private String command(String line) {
        try {
            return psql.host().backquote(line).text().lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
