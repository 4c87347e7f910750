package dev.pgduo.transcript.model;

import dev.pgduo.report.Position;
import dev.pgduo.version.PsqlStyle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
                .filter(each -> each.own() && each.text().startsWith(key + ":"))
                .findFirst()
                .map(SourceLine::number)
                .orElse(1);
        return new Position(text.source(), line, 0);
    }

    /** The same lab file, whose OS lines may take this long. */
    public Transcript withTimeout(Duration limit) {
        return new Transcript(text, header.withTimeout(limit), steps);
    }

    /** The same with sessions that print what this psql prints. */
    public Transcript withStyle(PsqlStyle style) {
        return new Transcript(text, header.with(header.run().withStyle(style)), steps);
    }

    /** What a step has a person type, or tells: its lines without output, directives and front matter. */
    public List<String> typed(ResolvedStep step) {
        if (step.step() instanceof Step.FrontMatter) {
            return List.of();
        }
        LineSpan span = step.step().span();
        int last = step.step().governed() ? step.step().expected().anchor() : span.last();
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
        return new Resolver(environment.in(header.run().variant().language())).resolve(steps);
    }

    /** The place of this line in the file that it is written in. */
    public Position at(int line) {
        return text.position(line, 0);
    }

    /**
     * The same lab file in this form. A language that the lab does not have gives the one that it says for itself.
     */
    public Transcript in(Variant variant) {
        boolean has = languages().contains(variant.language());
        Variant chosen = has ? variant : header.run().variant().with(variant.values());
        return new Transcript(text, header.with(header.run().withVariant(chosen)), steps);
    }

    /** The languages that the lab names, its own among them. */
    public Set<String> languages() {
        Set<String> names = new TreeSet<>(header.titles().keySet());
        names.add(header.run().variant().language());
        Step.all(steps)
                .filter(Step.Choice.class::isInstance)
                .flatMap(step -> ((Step.Choice) step).branches().stream())
                .flatMap(branch -> Stream.ofNullable(branch.condition()))
                .forEach(condition -> names.addAll(condition.languages()));
        return names;
    }

    /** The names that {@code %set} gives values. */
    public Set<String> settings() {
        Set<String> names = new TreeSet<>();
        Step.all(steps)
                .filter(Step.DirectiveLine.class::isInstance)
                .map(step -> ((Step.DirectiveLine) step).directive())
                .filter(Directive.Set.class::isInstance)
                .forEach(set -> names.add(((Directive.Set) set).name()));
        return names;
    }
}
