package dev.pgduo.transcript.write;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Expected;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.SourceLine;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.LiteralLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Replaces the expected blocks of some steps of a lab file, and keeps all other bytes; steps of included files are not changed.
 * Not thread-safe.
 *
 * <p>Lines that do not change keep their bytes; a new line takes the block's indentation and bars and the terminator of the
 * line above it. A line that would not be read back as itself is written as a pattern that matches only itself.
 */
public final class Rewrite {
    private final Transcript transcript;
    private final Set<Integer> removed = new HashSet<>();
    private final Map<Integer, List<String>> inserted = new TreeMap<>();
    private final Map<Integer, String> above = new TreeMap<>();

    public Rewrite(Transcript transcript) {
        this.transcript = transcript;
    }

    /** A line of a new block; sealed. */
    public sealed interface NewLine {
        /** The line for the file. */
        String written(LiteralWriter literal);

        /** The line for comparison. */
        ExpectedLine expected();

        /** A line of the old block that is kept, such as a pattern that still matches. */
        record Kept(ExpectedLine line) implements NewLine {
            @Override
            public String written(LiteralWriter literal) {
                return literal.kept(line);
            }

            @Override
            public ExpectedLine expected() {
                return line;
            }
        }

        /** A line of actual output. */
        record Actual(String text) implements NewLine {
            @Override
            public String written(LiteralWriter literal) {
                return literal.actual(text);
            }

            @Override
            public ExpectedLine expected() {
                return new ExpectedLine.Exact(1, text);
            }
        }
    }

    /** Writes the lines of one block. */
    public interface LiteralWriter {
        String kept(ExpectedLine line);

        String actual(String text);
    }

    /** Replaces a block by these lines, in order; kept lines must be the block's own. */
    public Rewrite replace(Expected block, List<? extends NewLine> lines) {
        List<Integer> old = block.lines().stream().map(ExpectedLine::line).toList();
        return replace(old, written(block.prefix(), lines), block.anchor());
    }

    /** Replaces a step's whole block, including branches, by these lines of the file. */
    public Rewrite replace(Step step, List<String> lines) {
        List<Integer> old = new ArrayList<>();
        for (int line = step.expected().first(); line <= step.span().last(); line++) {
            old.add(line);
        }
        return replace(old, lines, step.expected().first() - 1);
    }

    /** Inserts a line above a step. */
    public Rewrite above(Step step, String line) {
        above.put(step.span().first(), line);
        return this;
    }

    private Rewrite replace(List<Integer> numbers, List<String> written, int top) {
        List<String> old = numbers.stream().map(this::text).toList();
        List<int[]> pairs = common(old, written);
        int anchor = top;
        int i = 0;
        int j = 0;
        for (int[] pair : pairs) {
            change(numbers.subList(i, pair[0]), written.subList(j, pair[1]), anchor);
            anchor = numbers.get(pair[0]);
            i = pair[0] + 1;
            j = pair[1] + 1;
        }
        change(numbers.subList(i, numbers.size()), written.subList(j, written.size()), anchor);
        return this;
    }

    /** Puts new lines where the old ones were, so that they stay in their branch. */
    private void change(List<Integer> old, List<String> lines, int anchor) {
        int above = old.isEmpty() ? anchor : old.get(0);
        removed.addAll(old);
        if (!lines.isEmpty()) {
            inserted.computeIfAbsent(above, line -> new ArrayList<>()).addAll(lines);
        }
    }

    /** The lines for the file of a block with this prefix. */
    public List<String> written(BlockPrefix prefix, List<? extends NewLine> lines) {
        LiteralLine literal = new LiteralLine(transcript.header(), prefix);
        LiteralWriter writer = new LiteralWriter() {
            @Override
            public String kept(ExpectedLine line) {
                return text(line.line());
            }

            @Override
            public String actual(String text) {
                return literal.write(text);
            }
        };
        return lines.stream().map(line -> line.written(writer)).collect(Collectors.toList());
    }

    private String text(int line) {
        return transcript.text().line(line).text();
    }

    /** The pairs of indexes of the lines that are kept. */
    private static List<int[]> common(List<String> old, List<String> now) {
        List<int[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            while (i < delta.getSource().getPosition()) {
                pairs.add(new int[] {i++, j++});
            }
            i += delta.getSource().size();
            j += delta.getTarget().size();
        }
        while (i < old.size()) {
            pairs.add(new int[] {i++, j++});
        }
        return pairs;
    }

    /** The new text. */
    public String text() {
        StringBuilder text = new StringBuilder(transcript.text().mark());
        List<SourceLine> lines = transcript.text().lines();
        String end = "\n";
        for (SourceLine line : lines) {
            if (!line.own()) {
                continue;
            }
            end = line.end().isEmpty() ? end : line.end();
            if (above.containsKey(line.number())) {
                append(text, above.get(line.number()), end, end);
            }
            if (!removed.contains(line.number())) {
                append(text, line.text(), line.end(), end);
            }
            for (String added : inserted.getOrDefault(line.number(), List.of())) {
                append(text, added, line.end(), end);
            }
        }
        return text.toString();
    }

    /** Appends a line; only the last line of the file may lack a terminator. */
    private static void append(StringBuilder text, String line, String own, String usual) {
        boolean open = text.length() > 1 && text.charAt(text.length() - 1) != '\n';
        text.append(open ? usual : "").append(line).append(own);
    }
}
