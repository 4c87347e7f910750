package dev.pgduo.transcript.read;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.LineSpan;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.model.SourceText;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses one file: its front matter, then its steps. */
public final class TranscriptReader {
    private final SourceText text;
    private final Problems problems;

    private TranscriptReader(SourceText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Parses a file's bytes, which must be UTF-8; the source is its name for messages. */
    public static ParseResult read(byte[] bytes, String source) {
        Problems problems = new Problems(source);
        String text = new Decoder(problems).decode(bytes);
        return problems.none() ? read(text, source) : new ParseResult.Rejected(problems.inFileOrder());
    }

    /**
     * The text of a file, which must be UTF-8.
     *
     * @throws LabException with the position of the first byte that is no text
     */
    public static String text(byte[] bytes, String source) {
        Problems problems = new Problems(source);
        String text = new Decoder(problems).decode(bytes);
        if (!problems.none()) {
            throw new LabException(ErrorReport.together(problems.inFileOrder()));
        }
        return text;
    }

    /** Parses a text. */
    public static ParseResult read(String text, String source) {
        Problems problems = new Problems(source);
        SourceText expanded = new IncludeReader(problems).expand(SourceText.of(text, source));
        return problems.none()
                ? new TranscriptReader(expanded, problems.in(expanded)).transcript()
                : new ParseResult.Rejected(problems.inFileOrder());
    }

    /**
     * {@link #read(byte[], String)} for a caller that needs a valid file.
     *
     * @throws dev.pgduo.report.LabException with all errors of the file
     */
    public static Transcript parse(byte[] bytes, String source) {
        return read(bytes, source).orThrow();
    }

    /**
     * {@link #read(String, String)} for a caller that needs a valid text.
     *
     * @throws dev.pgduo.report.LabException with all errors of the text
     */
    public static Transcript parse(String text, String source) {
        return read(text, source).orThrow();
    }

    private ParseResult transcript() {
        int end = frontMatterEnd();
        Header header = end == 0 ? Header.defaults() : new HeaderReader(problems).read(yaml(end));
        List<Step> steps = new ArrayList<>();
        if (end > 0) {
            steps.add(new Step.FrontMatter(new LineSpan(1, end)));
        }
        steps.addAll(new StepReader(new LineForms(text, header), end + 1, header, problems).read());
        if (problems.none() && !anyRuns(steps)) {
            problems.add(1, 0, "lab has no steps", "A step begins with a prompt, for example \"lab> up\".");
        }
        return problems.none()
                ? new ParseResult.Parsed(new Transcript(text, header, steps))
                : new ParseResult.Rejected(problems.inFileOrder());
    }

    /** The line of the closing {@code ---}, or 0 without front matter; all lines when it is not closed. */
    private int frontMatterEnd() {
        if (!rule(1)) {
            return 0;
        }
        for (int line = 2; line <= text.lines().size(); line++) {
            if (rule(line)) {
                return line;
            }
        }
        problems.add(1, 1, "front matter is never closed", "Put \"---\" on a line of its own where it ends.");
        return text.lines().size();
    }

    private boolean rule(int line) {
        return line <= text.lines().size()
                && text.line(line).text().stripTrailing().equals("---");
    }

    /** The front matter after an empty first line, so that YAML has the file's line numbers. */
    private @Nullable String yaml(int end) {
        if (!rule(end) || end == 1) {
            return null;
        }
        StringBuilder yaml = new StringBuilder("\n");
        text.lines()
                .subList(1, end - 1)
                .forEach(line -> yaml.append(line.text()).append('\n'));
        return yaml.toString();
    }

    private static boolean anyRuns(List<Step> steps) {
        return steps.stream().anyMatch(Step::anyRuns);
    }
}
