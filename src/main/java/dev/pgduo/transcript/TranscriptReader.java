package dev.pgduo.transcript;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one file: its front matter, then its steps. */
final class TranscriptReader {
    private final SourceText text;
    private final Problems problems;

    TranscriptReader(SourceText text) {
        this.text = text;
        this.problems = new Problems(text.source());
    }

    ParseResult read() {
        int end = frontMatterEnd();
        Header header = end == 0 ? Header.defaults() : new HeaderReader(problems).read(yaml(end));
        List<Step> steps = new ArrayList<>();
        if (end > 0) {
            steps.add(new Step.FrontMatter(new LineSpan(1, end)));
        }
        steps.addAll(new StepReader(new LineForms(text, header), end + 1, header, problems).read());
        if (problems.none() && !anyRuns(steps)) {
            problems.add(1, 0, "transcript has no steps", "A step begins with a prompt, for example \"lab> up\".");
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

    /** The front matter with an empty first line, so that YAML counts lines as the file does. */
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
