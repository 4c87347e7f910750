package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds out that tables differ by the columns that newer servers added. */
public final class NewColumns {
    private NewColumns() {}

    /** The columns of the first table of the diff that were added to all those that it had; empty when that is not how it differs. */
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

    /** The line above the first rule that is on this side. */
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
