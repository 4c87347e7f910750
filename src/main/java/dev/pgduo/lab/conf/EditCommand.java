package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.LineDiff;
import dev.pgduo.cluster.process.OsCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shell command that is equivalent to an edit of a file. How lines end does not count.
 *
 * @param diff what was edited
 * @param open whether the old text's last line has no end
 */
record EditCommand(LineDiff diff, boolean open) {
    static EditCommand between(String before, String after) {
        return new EditCommand(LineDiff.between(before, after), !before.isEmpty() && !before.endsWith("\n"));
    }

    /** One echo, printf or GNU sed; empty when nothing was changed. */
    String line(Path file) {
        String quoted = OsCommand.quote(file.toString());
        List<LineDiff.Line> changes =
                diff.lines().stream().filter(LineDiff.Line::differs).toList();
        if (changes.isEmpty()) {
            return "";
        }
        if (!open && onlyAppended(changes.size())) {
            return append(changes.stream().map(LineDiff.Line::text).toList()) + " >> " + quoted;
        }
        return "sed -i" + new EditScript(diff).words() + " " + quoted;
    }

    private boolean onlyAppended(int changes) {
        List<LineDiff.Line> lines = diff.lines();
        return lines.subList(lines.size() - changes, lines.size()).stream()
                .allMatch(line -> line.kind() == LineDiff.Kind.NEW);
    }

    /** An echo takes {@code -n} for its option, also in quotes. */
    private static String append(List<String> texts) {
        if (texts.size() == 1 && !texts.get(0).startsWith("-")) {
            return "echo " + quote(texts.get(0));
        }
        return "printf \"%s\\n\" " + texts.stream().map(EditCommand::quote).collect(Collectors.joining(" "));
    }

    /** In double quotes, which leave the single ones of the line readable. */
    static String quote(String text) {
        return text.chars()
                .mapToObj(c -> ("\"\\$`".indexOf(c) < 0 ? "" : "\\") + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
