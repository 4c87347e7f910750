package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.LineDiff;
import dev.pgduo.cluster.process.OsCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shell command that is equivalent to an edit of a file. The kind of line ending is ignored.
 *
 * @param diff the edit
 * @param open whether the old text's last line has no line feed
 */
record EditCommand(LineDiff diff, boolean open) {
    static EditCommand between(String before, String after) {
        return new EditCommand(LineDiff.between(before, after), !before.isEmpty() && !before.endsWith("\n"));
    }

    /** One echo, printf or GNU sed command; empty when nothing was changed. */
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

    /** echo would take {@code -n} as its option, even in quotes: printf prints a text that begins with a hyphen. */
    private static String append(List<String> texts) {
        if (texts.size() == 1 && !texts.get(0).startsWith("-")) {
            return "echo " + quote(texts.get(0));
        }
        return "printf \"%s\\n\" " + texts.stream().map(EditCommand::quote).collect(Collectors.joining(" "));
    }

    /** In double quotes, so that single quotes in the line stay readable. */
    static String quote(String text) {
        return text.chars()
                .mapToObj(c -> ("\"\\$`".indexOf(c) < 0 ? "" : "\\") + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
