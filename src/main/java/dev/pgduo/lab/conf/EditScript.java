package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The GNU sed script for an edit.
 *
 * @param diff the edit
 */
record EditScript(LineDiff diff) {
    /** The script as words of a shell line, each preceded by a blank; one word where possible. */
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

    /**
     * Changes one group of lines: new lines replace old ones in order, further old lines are deleted, further new ones are
     * inserted at the end of the group.
     */
    private static void group(List<LineDiff.Line> gone, List<LineDiff.Line> fresh, String end, List<String> steps) {
        int both = Math.min(gone.size(), fresh.size());
        fresh.subList(both, fresh.size()).forEach(line -> steps.addAll(step(end, line.text())));
        for (int i = 0; i < both; i++) {
            steps.addAll(step(gone.get(i).old() + "c", fresh.get(i).text()));
        }
        gone.subList(both, gone.size()).forEach(line -> steps.add(line.old() + "d"));
    }

    /**
     * One sed command: GNU sed accepts the text on the command's own line, unless it is empty or begins with white space or a
     * backslash.
     */
    private static List<String> step(String command, String text) {
        String escaped = text.replace("\\", "\\\\");
        boolean plain = !text.isEmpty() && !Character.isWhitespace(text.charAt(0)) && text.charAt(0) != '\\';
        return plain ? List.of(command + " " + escaped) : List.of(command + "\\", escaped);
    }
}
