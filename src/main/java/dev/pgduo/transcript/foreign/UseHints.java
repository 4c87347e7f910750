package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to write for {@code --map} where a guess is wrong: the prompt, or the lines where a prompt is not always in one place. */
final class UseHints {
    private final Map<PromptUse, List<DocLine>> uses;

    UseHints(Map<PromptUse, List<DocLine>> uses) {
        this.uses = uses;
    }

    String of(PromptUse use) {
        Set<Place> places = new HashSet<>();
        uses.keySet().stream()
                .filter(other -> other.prompt().equals(use.prompt()))
                .forEach(other -> places.add(other.place()));
        String prompt = "--map '" + use.prompt() + "=PANE'";
        if (!use.prompt().isEmpty() && places.size() == 1) {
            return prompt + " says it.";
        }
        String lines = "--map '" + lines(use) + "=PANE'";
        return use.prompt().isEmpty() ? lines + " says it." : prompt + " says it of all, " + lines + " of these.";
    }

    /** The first of its lines, up to one with another place. */
    private String lines(PromptUse use) {
        List<DocLine> own = uses.getOrDefault(use, List.of());
        int from = own.get(0).number();
        int end = uses.entrySet().stream()
                .filter(other -> apart(other.getKey().place(), use.place()))
                .flatMap(other -> other.getValue().stream())
                .map(DocLine::number)
                .filter(number -> number > from)
                .min(Comparator.naturalOrder())
                .orElse(Integer.MAX_VALUE);
        int to = own.stream()
                .mapToInt(DocLine::number)
                .filter(number -> number < end)
                .max()
                .orElse(from);
        return from == to ? String.valueOf(from) : from + "-" + to;
    }

    /** Whether two places are on two nodes, or two sessions. */
    private static boolean apart(Place one, Place two) {
        boolean sessions = one.session() > 0 && two.session() > 0 && one.session() != two.session();
        return !one.node().equals(two.node()) || sessions;
    }
}
