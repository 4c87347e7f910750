package dev.pgduo.transcript.model;

import dev.pgduo.report.Position;
import java.time.Duration;
import java.util.List;

/**
 * A lab file that was read. Immutable, safe for threads.
 *
 * @param text every character of it
 * @param header its front matter with the defaults
 * @param steps all its pieces in file order; together they are all its lines
 */
public record Transcript(SourceText text, Header header, List<Step> steps) {
    public Transcript {
        steps = List.copyOf(steps);
    }

    /** Where this key of the front matter stands; the first line when the file has none. */
    public Position place(String key) {
        int line = text.lines().stream()
                .filter(each -> each.text().startsWith(key + ":"))
                .findFirst()
                .map(SourceLine::number)
                .orElse(1);
        return new Position(text.source(), line, 0);
    }

    /** The same transcript, whose OS lines may take this long. */
    public Transcript withTimeout(Duration limit) {
        return new Transcript(text, header.withTimeout(limit), steps);
    }

    /** What a step has a person type, or tells: its lines without output, directives and front matter. */
    public List<String> typed(ResolvedStep step) {
        if (step.step() instanceof Step.FrontMatter) {
            return List.of();
        }
        LineSpan span = step.step().span();
        int last = step.step().governed() ? step.expected().anchor() : span.last();
        return text.lines().stream()
                .filter(line -> line.number() >= span.first() && line.number() <= last)
                .map(SourceLine::text)
                .filter(line -> !line.startsWith("%"))
                .toList();
    }

    /** The text again, character for character. */
    public String write() {
        return text.render();
    }

    /** The steps that apply here, flat, with their directives and with late outputs tied to their statements. */
    public Resolution resolve(Environment environment) {
        return new Resolver(environment).resolve(steps);
    }
}
