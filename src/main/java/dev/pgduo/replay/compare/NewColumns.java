package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Recognizes tables that differ by columns which newer servers have added. */
public final class NewColumns {
    private NewColumns() {}

    /** The columns that were added to the first table of the diff; empty when there are other differences. */
    public static List<String> in(Diff diff) {
        Optional<List<String>> before = header(diff, '-');
        Optional<List<String>> now = header(diff, '+');
        if (before.isEmpty() || now.isEmpty() || !now.get().containsAll(before.get())) {
            return List.of();
        }
        List<String> added = new ArrayList<>(now.get());
        before.get().forEach(added::remove);
        return added;
    }

    /** The line above the first rule on one side. */
    private static Optional<List<String>> header(Diff diff, char mark) {
        List<String> lines = diff.lines().stream()
                .filter(line -> line.mark() == mark || line.mark() == ' ')
                .map(Diff.Line::text)
                .toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().matches("-+(\\+-+)*")) {
                return Optional.of(Arrays.stream(lines.get(i - 1).split("\\|"))
                        .map(String::strip)
                        .toList());
            }
        }
        return Optional.empty();
    }
}
