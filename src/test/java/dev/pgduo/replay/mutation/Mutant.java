package dev.pgduo.replay.mutation;

import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.SourceLine;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A lab with one mistake in it.
 *
 * @param line 1-based, where it is
 * @param kind of the mistake
 * @param planted the line with it, or what was done with it
 * @param text of the whole lab
 */
public record Mutant(int line, String kind, String planted, String text) {

    /** Every kind of mistake once in every expected line that has room for it; the same ones each time. */
    public static List<Mutant> of(Transcript transcript, Environment environment) {
        List<Mutant> mutants = new ArrayList<>();
        Random random = new Random(16);
        for (ResolvedStep step : transcript.resolve(environment).steps()) {
            if (!step.directives().ignore()) {
                List<ExpectedLine> lines = step.expected().lines();
                for (int i = 0; i < lines.size(); i++) {
                    plant(transcript, lines, i, random, mutants);
                }
            }
        }
        return mutants;
    }

    private static void plant(
            Transcript transcript, List<ExpectedLine> lines, int index, Random random, List<Mutant> mutants) {
        ExpectedLine line = lines.get(index);
        if (!(line instanceof ExpectedLine.Exact) || line.written().isBlank()) {
            return;
        }
        String whole = transcript.text().line(line.line()).text();
        String prefix = whole.substring(0, whole.length() - line.written().length());
        for (Mutation mutation : Mutation.values()) {
            mutation.plant(line.written(), random)
                    .ifPresent(changed ->
                            mutants.add(mutant(transcript, line, mutation.name(), List.of(prefix + changed))));
        }
        mutants.add(mutant(transcript, line, "LINE_GONE", List.of()));
        mutants.add(mutant(transcript, line, "LINE_TWICE", List.of(whole, whole)));
        if (index + 1 < lines.size()) {
            ExpectedLine below = lines.get(index + 1);
            String next = transcript.text().line(below.line()).text();
            boolean other = below.line() == line.line() + 1 && !below.written().isBlank() && !next.equals(whole);
            if (other) {
                mutants.add(swapped(transcript, line, whole, next));
            }
        }
    }

    private static Mutant swapped(Transcript transcript, ExpectedLine line, String whole, String next) {
        StringBuilder text = new StringBuilder();
        for (SourceLine each : transcript.text().lines()) {
            String shown = each.number() == line.line() ? next : each.number() == line.line() + 1 ? whole : each.text();
            text.append(shown).append(each.end());
        }
        return new Mutant(line.line(), "LINES_SWAPPED", next, text.toString());
    }

    private static Mutant mutant(Transcript transcript, ExpectedLine line, String kind, List<String> instead) {
        StringBuilder text = new StringBuilder();
        for (SourceLine each : transcript.text().lines()) {
            if (each.number() == line.line()) {
                instead.forEach(changed -> text.append(changed).append('\n'));
            } else {
                text.append(each.text()).append(each.end());
            }
        }
        return new Mutant(line.line(), kind, String.join("\n", instead), text.toString());
    }
}
