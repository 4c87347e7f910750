package dev.pgduo.transcript.model;

import dev.pgduo.report.Position;
import dev.pgduo.version.PsqlStyle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A parsed lab file. Immutable.
 *
 * @param text the whole text
 * @param header its front matter, with defaults
 * @param steps all parts in file order; together they contain all lines
 */
public record Transcript(SourceText text, Header header, List<Step> steps) {
    public Transcript {
        steps = List.copyOf(steps);
    }

    /** The position of this key in the front matter; the first line when there is none. */
    public Position place(String key) {
        int line = text.lines().stream()
                .filter(each -> each.own() && each.text().startsWith(key + ":"))
                .findFirst()
                .map(SourceLine::number)
                .orElse(1);
        return new Position(text.source(), line, 0);
    }

    /** The same lab file with this time limit for OS lines. */
    public Transcript withTimeout(Duration limit) {
        return new Transcript(text, header.withTimeout(limit), steps);
    }

    /** The same lab file with the output of this version of psql. */
    public Transcript withStyle(PsqlStyle style) {
        return new Transcript(text, header.with(header.run().withStyle(style)), steps);
    }

    /** The lines of a step that are typed or shown: without output, directives and front matter. */
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

    /** The file's text, character for character. */
    public String write() {
        return text.render();
    }

    /**
     * The steps for this environment without nesting, with their directives, and with late outputs linked to their statements.
     */
    public Resolution resolve(Environment environment) {
        return new Resolver(environment.in(header.run().variant().language())).resolve(steps);
    }

    /** The position of this line in the file to which it belongs. */
    public Position at(int line) {
        return text.position(line, 0);
    }

    /** The lab file in this variant. A language that the lab does not have is replaced by its default one. */
    public Transcript in(Variant variant) {
        boolean has = languages().contains(variant.language());
        Variant chosen = has ? variant : header.run().variant().with(variant.values());
        return new Transcript(text, header.with(header.run().withVariant(chosen)), steps);
    }

    /** The languages of the lab, including its default one. */
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

    /** The variables of {@code %set}. */
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
