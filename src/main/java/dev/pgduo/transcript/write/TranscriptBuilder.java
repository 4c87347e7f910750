package dev.pgduo.transcript.write;

import dev.pgduo.scan.ShellInput;
import dev.pgduo.scan.TypedInput;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.read.LineShape;
import dev.pgduo.transcript.read.LiteralLine;
import java.util.List;

/**
 * Writes a lab file step by step, in the reference lab's layout: blank lines around steps, four blanks and bars before a
 * session's lines. The text is parsed as the same steps. Not thread-safe.
 */
public final class TranscriptBuilder {
    private static final String RULE = "~";

    private final Header header;
    private final LineShape shape;
    private final StringBuilder text = new StringBuilder();
    private boolean separated = true;
    /** The prefix of the last output, if a line after one blank line would belong to it. */
    private BlockPrefix unended = BlockPrefix.NONE;

    /** A builder for a lab file; {@code head} is its beginning, with the front matter, or empty. */
    public TranscriptBuilder(Header header, String head) {
        this.header = header;
        this.shape = new LineShape(header);
        text.append(head);
    }

    /** Adds a title and a rule of its length. */
    public TranscriptBuilder heading(String title) {
        String line = narrative(title.lines().findFirst().orElse("").strip());
        separate();
        line(line);
        line(rule(line));
        return this;
    }

    /** The rule for this title. */
    static String rule(String title) {
        return RULE.repeat(Math.max(3, title.codePointCount(0, title.length())));
    }

    /** Adds a paragraph. */
    public TranscriptBuilder prose(String paragraph) {
        separate();
        paragraph.lines().filter(line -> !line.isBlank()).forEach(line -> line(narrative(line)));
        return this;
    }

    /** Adds a presenter's note. */
    public TranscriptBuilder note(String note) {
        separate();
        line("%note " + note.replaceAll("\\s+", " ").strip());
        return this;
    }

    /** Adds a directive that the next step's output is not compared. */
    public TranscriptBuilder ignore() {
        separate();
        line("%ignore");
        separated = true;
        return this;
    }

    /** Adds a command of the lab and its output. */
    public TranscriptBuilder lab(String command, List<String> output) {
        return command(LineShape.LAB, command, output);
    }

    /** Adds a command at a node's OS prompt and its output. */
    public TranscriptBuilder os(NodeHeader node, String command, List<String> output) {
        ShellInput input = new ShellInput();
        StringBuilder typed = new StringBuilder();
        for (String row : command.split("\n", -1)) {
            typed.append(typed.isEmpty() ? "" : input.complete() ? " " : row.isEmpty() ? "\n>" : "\n> ")
                    .append(row);
            input.feed(row);
        }
        return typed(node.prompt() + " " + typed, output);
    }

    private TranscriptBuilder command(String prompt, String command, List<String> output) {
        return typed(prompt + " " + command.replace('\n', ' '), output);
    }

    private TranscriptBuilder typed(String lines, List<String> output) {
        separate();
        line(lines);
        block(BlockPrefix.NONE, output);
        return this;
    }

    /** Adds a {@code psql …} line that opens a session. */
    public TranscriptBuilder open(int session, String psql) {
        separate();
        line(prefix(session).text() + psql);
        return this;
    }

    /** Adds a statement or backslash command, which may have several lines, and its output until the prompt came back. */
    public TranscriptBuilder sql(int session, String input, List<String> output) {
        separate();
        BlockPrefix prefix = prefix(session);
        TypedInput typed = new TypedInput();
        for (String line : input.split("\n", -1)) {
            line(prefix.text() + typed.prompt() + " " + line);
            typed.feed(line);
        }
        block(prefix, output);
        return this;
    }

    /** Adds the output of an earlier statement of the session that was waiting and has ended. */
    public TranscriptBuilder late(int session, List<String> output) {
        BlockPrefix prefix = prefix(session);
        if (output.isEmpty()) {
            return this;
        }
        if (unended.equals(prefix)) {
            text.append('\n');
        }
        separate();
        line(new LiteralLine(header, prefix).writeFirst(output.get(0)));
        block(prefix, output.subList(1, output.size()));
        return this;
    }

    /** Adds unknown late output of an earlier statement of the session. */
    public TranscriptBuilder lateAnything(int session) {
        BlockPrefix prefix = prefix(session);
        if (unended.equals(prefix)) {
            text.append('\n');
        }
        separate();
        line(prefix.text() + "...");
        return this;
    }

    /** The text so far. */
    public String text() {
        return text.toString();
    }

    /** Four blanks for session 1; four blanks, N-1 bars and four blanks for session N. */
    public static BlockPrefix prefix(int session) {
        String indent = " ".repeat(4);
        return new BlockPrefix(session == 1 ? indent : indent + "|".repeat(session - 1) + indent);
    }

    private void block(BlockPrefix prefix, List<String> output) {
        LiteralLine literal = new LiteralLine(header, prefix);
        output.forEach(line -> line(literal.write(line)));
        unended = output.isEmpty() ? unended : prefix;
    }

    private void separate() {
        if (!separated) {
            text.append('\n');
        }
        separated = false;
        unended = BlockPrefix.NONE;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** A line of narrative; one that would be read as something else is quoted with {@code > }. */
    private String narrative(String line) {
        String plain = line.stripLeading();
        boolean other = shape.special(plain)
                || shape.rule(plain)
                || shape.lookalike(plain) != null
                || plain.matches("---\\s*|\\|.*");
        return other ? "> " + plain : plain;
    }
}
