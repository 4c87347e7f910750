package dev.pgduo.shell.stage;

import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The sections of a lab file.
 *
 * @param all the sections in order; the first one begins with the first step
 */
public record Sections(List<Section> all) {
    public Sections {
        all = List.copyOf(all);
    }

    /**
     * One section.
     *
     * @param from the index of its first step
     */
    public record Section(String title, int from) {}

    /**
     * Splits at the headings.
     *
     * @param title the title of the text before the first heading
     */
    public static Sections of(Resolution resolution, String title) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < resolution.steps().size(); i++) {
            if (resolution.steps().get(i).step() instanceof Step.Heading heading) {
                boolean first = sections.isEmpty() && !anyRuns(resolution, i);
                sections.add(new Section(heading.title(), first ? 0 : i));
            }
        }
        if (sections.isEmpty() || sections.get(0).from() > 0) {
            sections.add(0, new Section(title, 0));
        }
        return new Sections(sections);
    }

    private static boolean anyRuns(Resolution resolution, int before) {
        return resolution.steps().subList(0, before).stream()
                .anyMatch(step -> step.step().governed());
    }

    /** The index of a step's section; after the last step, the last one. */
    public int at(int step) {
        int found = 0;
        for (int i = 0; i < all.size(); i++) {
            found = all.get(i).from() <= step ? i : found;
        }
        return found;
    }

    /** Whether a section begins with this step. */
    public boolean begins(int step) {
        return all.stream().anyMatch(section -> section.from() == step);
    }
}
