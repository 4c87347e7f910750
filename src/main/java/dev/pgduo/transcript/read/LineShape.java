package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kind of a line, from its own characters alone. */
public final class LineShape {
    public static final String LAB = "lab>";

    private static final Pattern SQL =
            Pattern.compile("([ \\t]*(?:\\|+[ \\t]*)?)=[*!?]?[>#](?:[ \\t](.*))?", Pattern.DOTALL);
    private static final Pattern OPEN =
            Pattern.compile("([ \\t]+(?:\\|+[ \\t]*)?|\\|+[ \\t]*)(psql(?:[ \\t]+(?!\\().*)?)", Pattern.DOTALL);
    /** Prompts of psql: with a database, with bars of other kinds, with a label and a statement, or a continuation prompt. */
    private static final Pattern SESSION = Pattern.compile(
            "[ \\t]*(?:\\|+[ \\t]+)?(?<prompt>(?:\\[[^\\]]{1,40}\\][ ]?)?[\\p{L}_][\\p{L}\\p{N}_.@:/~+-]*=[*!?]?(?:[>#](?=[ \\t]|$)|#(?=[\\p{L}\\\\])))"
                    + ".*|[ \\t]*(?<bars>!+[ \\t]*=[*!?]?[>#])(?:[ \\t].*)?|(?<more>[\\p{L}_][\\p{L}\\p{N}_]*[-('][*!?]?#)[ \\t]+\\S.*"
                    + "|(?<comment>/\\*[ ]*[\\p{L}\\p{N}_ .-]{1,20}[#>][ ]*\\*/)[ \\t]*\\S.*"
                    + "|(?<label>(?i:T|S|TX|Session|Client|Terminal)[ _-]?#?\\d[:>)])[ \\t]+\\S.*;",
            Pattern.DOTALL);

    private static final Pattern SHELL = Pattern.compile(
            "[ \\t]*(?:\\|+[ \\t]+)?(?:(?<prompt>[A-Za-z_][\\w.-]*[>$]|\\$|-?(?:ba|z|k|da)?sh-[\\d.]+[$#]|(?:\\([\\w.-]+\\)[ ])?[\\w.-]+@[^\\s]+[$#%>]"
                    + "|[\\w.-]+@[\\w.-]+[ ][~/]\\S*[ ][$#%]|\\[[\\w.-]+@[^\\]]+\\][$#]|[\\w-][\\w.-]*:[~/][^\\s$#%>]*[$#%]|~[\\w./-]*[$#]"
                    + "|(?:PS[ ])?[A-Z]:\\\\[^>]*>|[➜❯])[ \\t]+\\S.*"
                    + "|(?<root>#)[ \\t]+(?:sudo|su|systemctl|service|pg_\\w+|psql|apt|apt-get|yum|dnf|ls|cat|tail|rm|cp|mv|mkdir|chown|chmod|vi|vim)[ \\t]+(?:[-/~]|(?:start|stop|restart|reload|status|promote)\\b|\\w+[ \\t]*$).*)",
            Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("~{3,}[ \\t]*");

    private final Header header;

    public LineShape(Header header) {
        this.header = header;
    }

    /** A line's indentation and bars, and the text after them (and after the prompt). */
    record Prompted(BlockPrefix prefix, String rest) {}

    public boolean rule(String line) {
        return RULE.matcher(line).matches();
    }

    boolean directive(String line) {
        return line.startsWith("%");
    }

    Optional<NodeHeader> osPrompt(String line) {
        return header.nodes().stream()
                .filter(node -> prompted(line, node.prompt()))
                .findFirst();
    }

    boolean lab(String line) {
        return prompted(line, LAB);
    }

    private static boolean prompted(String line, String prompt) {
        int end = prompt.length();
        return line.startsWith(prompt) && (line.length() == end || line.charAt(end) == ' ' || line.charAt(end) == '\t');
    }

    @Nullable
    Prompted sql(String line) {
        for (Map.Entry<Integer, String> session : header.sessions().entrySet()) {
            String prompt = session.getValue();
            if (prompted(line, prompt)) {
                String rest = line.length() == prompt.length() ? "" : line.substring(prompt.length() + 1);
                return new Prompted(new BlockPrefix("", session.getKey()), rest);
            }
        }
        return prompted(SQL.matcher(line));
    }

    /** The text at the beginning of a line that looks like a prompt; null when there is none. */
    public @Nullable String lookalike(String line) {
        String session = group(SESSION.matcher(line));
        return session != null ? session : group(SHELL.matcher(line));
    }

    /** Whether such a text looks like an SQL prompt. */
    static boolean sqlLookalike(String prompt) {
        return SESSION.matcher(prompt + " x;").matches();
    }

    private static @Nullable String group(Matcher matcher) {
        if (!matcher.matches()) {
            return null;
        }
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return null;
    }

    @Nullable
    Prompted open(String line) {
        return prompted(OPEN.matcher(line));
    }

    private static @Nullable Prompted prompted(Matcher matcher) {
        if (!matcher.matches()) {
            return null;
        }
        String rest = matcher.group(2);
        return new Prompted(new BlockPrefix(matcher.group(1)), rest == null ? "" : rest);
    }

    /** Whether something begins in this line, whatever is around it. */
    public boolean special(String line) {
        return directive(line) || lab(line) || osPrompt(line).isPresent() || sql(line) != null || open(line) != null;
    }
}
