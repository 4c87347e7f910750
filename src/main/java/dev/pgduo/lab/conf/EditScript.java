package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shell line for an edit of several lines.
 *
 * @param diff what was edited
 * @param size how many lines the old text had
 */
record EditScript(LineDiff diff, int size) {
    String line(String file) {
        List<String> added = texts(LineDiff.Kind.NEW);
        boolean atEnd = diff.lines().stream()
                .allMatch(line ->
                        line.kind() == LineDiff.Kind.KEPT || (line.kind() == LineDiff.Kind.NEW && line.old() == size));
        if (atEnd) {
            return "printf \"%s\\n\" " + added.stream().map(EditCommand::quote).collect(Collectors.joining(" "))
                    + " >> " + file;
        }
        return "sed -i"
                + steps().stream().map(step -> " -e " + EditCommand.quote(step)).collect(Collectors.joining())
                + " " + file;
    }

    private List<String> texts(LineDiff.Kind kind) {
        return diff.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(LineDiff.Line::text)
                .toList();
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
                    group(gone, fresh, steps);
                    gone.clear();
                    fresh.clear();
                }
            }
        }
        group(gone, fresh, steps);
        return steps;
    }

    /** Lines that replace others stand in their place; what is left of them is deleted, or comes behind the last one. */
    private static void group(List<LineDiff.Line> gone, List<LineDiff.Line> fresh, List<String> steps) {
        int both = Math.min(gone.size(), fresh.size());
        for (LineDiff.Line line : fresh.subList(both, fresh.size())) {
            steps.addAll(text(line.old() == 0 ? "1i" : line.old() + "a", line.text()));
        }
        for (int i = 0; i < both; i++) {
            steps.addAll(text(gone.get(i).old() + "c", fresh.get(i).text()));
        }
        gone.subList(both, gone.size()).forEach(line -> steps.add(line.old() + "d"));
    }

    /** GNU sed takes a text without blanks before it on the command's own line. */
    private static List<String> text(String command, String text) {
        String escaped = text.replace("\\", "\\\\");
        boolean plain = !text.isEmpty() && !Character.isWhitespace(text.charAt(0));
        return plain ? List.of(command + " " + escaped) : List.of(command + "\\", escaped);
    }
}
