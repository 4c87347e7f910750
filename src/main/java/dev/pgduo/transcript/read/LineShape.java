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
    private static final Pattern LOOKALIKE = Pattern.compile(
            "[ \\t]*(?:\\|+[ \\t]+)?([\\p{L}_][\\p{L}\\p{N}_.-]*=[*!?]?[>#])(?:[ \\t].*)?"
                    + "|(?=([A-Za-z_][\\w.-]*[>$]|\\$|[\\w.-]+@[^\\s]+[$#%>]|\\[[\\w.-]+@[^\\]]+\\][$#%])[ \\t]+\\S)\\2.*",
            Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("~{3,}[ \\t]*");

    private final Header header;

    public LineShape(Header header) {
        this.header = header;
    }

    /** Indent and bars, and what stands behind them (and behind the prompt). */
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

    /** The prompt that a line seems to begin with; null when it is like none. */
    public @Nullable String lookalike(String line) {
        Matcher matcher = LOOKALIKE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
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

    /** Whether it begins something of its own, whatever stands around it. */
    public boolean special(String line) {
        return directive(line) || lab(line) || osPrompt(line).isPresent() || sql(line) != null || open(line) != null;
    }
}
