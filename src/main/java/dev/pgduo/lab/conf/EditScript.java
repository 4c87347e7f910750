package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The GNU sed script for an edit.
 *
 * @param diff what was edited
 */
record EditScript(LineDiff diff) {
    /** The script as words of a shell line, each behind a blank: one when it can be. */
    String words() {
        List<String> steps = steps();
        if (steps.stream().allMatch(step -> step.matches("\\d+d"))) {
            return " " + EditCommand.quote(String.join(";", steps));
        }
        String option = steps.size() == 1 ? " " : " -e ";
        return steps.stream().map(step -> option + EditCommand.quote(step)).collect(Collectors.joining());
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        List<LineDiff.Line> gone = new ArrayList<>();
        List<LineDiff.Line> fresh = new ArrayList<>();
        for (LineDiff.Line line : diff.lines()) {
            switch (line.kind()) {
                case GONE -> gone.add(line);
                case NEW -> fresh.add(line);
                case KEPT -> {
                    group(gone, fresh, line.old() + "i", steps);
                    gone.clear();
                    fresh.clear();
                }
            }
        }
        group(gone, fresh, "$a", steps);
        return steps;
    }

    /** Lines that replace others stand in their place; what is left of them is deleted, or comes where the group ends. */
    private static void group(List<LineDiff.Line> gone, List<LineDiff.Line> fresh, String end, List<String> steps) {
        int both = Math.min(gone.size(), fresh.size());
        fresh.subList(both, fresh.size()).forEach(line -> steps.addAll(step(end, line.text())));
        for (int i = 0; i < both; i++) {
            steps.addAll(step(gone.get(i).old() + "c", fresh.get(i).text()));
        }
        gone.subList(both, gone.size()).forEach(line -> steps.add(line.old() + "d"));
    }

    /** GNU sed takes a text on the command's own line, but for an empty one and one whose first blank or backslash it would eat. */
    private static List<String> step(String command, String text) {
        String escaped = text.replace("\\", "\\\\");
        boolean plain = !text.isEmpty() && !Character.isWhitespace(text.charAt(0)) && text.charAt(0) != '\\';
        return plain ? List.of(command + " " + escaped) : List.of(command + "\\", escaped);
    }
}
