package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.LineDiff;
import dev.pgduo.cluster.process.OsCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shell line that does to a file what an edit did.
 *
 * @param before the file's lines without their ends
 * @param after those of the edited one
 */
record EditCommand(List<String> before, List<String> after) {
    static EditCommand between(String before, String after) {
        return new EditCommand(before.lines().toList(), after.lines().toList());
    }

    /** One echo, printf or GNU sed; empty when nothing was changed. */
    String line(Path file) {
        String quoted = OsCommand.quote(file.toString());
        if (after.equals(before)) {
            return "";
        }
        LineDiff diff = LineDiff.between(String.join("\n", before), String.join("\n", after));
        long fresh = diff.lines().stream()
                .filter(line -> line.kind() == LineDiff.Kind.NEW)
                .count();
        if (fresh > 1 || (fresh > 0 && after.size() < before.size())) {
            return new EditScript(diff, before.size()).line(quoted);
        }
        if (after.size() < before.size()) {
            return "sed -i " + quote(String.join(";", deleted())) + " " + quoted;
        }
        int at = firstDifference();
        String line = after.get(at);
        if (at == before.size()) {
            return "echo " + quote(line) + " >> " + quoted;
        }
        String verb = after.size() == before.size() ? "c " : "i ";
        return "sed -i " + quote(at + 1 + verb + line.replace("\\", "\\\\")) + " " + quoted;
    }

    private int firstDifference() {
        int at = 0;
        while (at < before.size() && before.get(at).equals(after.get(at))) {
            at++;
        }
        return at;
    }

    private List<String> deleted() {
        List<String> deleted = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < before.size(); i++) {
            if (kept < after.size() && before.get(i).equals(after.get(kept))) {
                kept++;
            } else {
                deleted.add(i + 1 + "d");
            }
        }
        return deleted;
    }

    /** In double quotes, which leave the single ones of the line readable. */
    static String quote(String text) {
        return text.chars()
                .mapToObj(c -> ("\"\\$`".indexOf(c) < 0 ? "" : "\\") + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
