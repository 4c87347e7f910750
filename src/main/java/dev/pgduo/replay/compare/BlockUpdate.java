package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rewrites lines that differ, and all lines of tables with a difference. */
final class BlockUpdate {
    private final LineMatcher lines;
    private final List<Edit> edits;
    private final List<LinePattern> old;
    private final Set<Integer> expectedTables = new HashSet<>();
    private final Set<Integer> actualTables = new HashSet<>();

    BlockUpdate(Aligned aligned) {
        this.lines = aligned.lines();
        this.edits = aligned.edits();
        this.old = lines.expected();
        int before;
        do {
            before = expectedTables.size() + actualTables.size();
            edits.forEach(this::spread);
        } while (expectedTables.size() + actualTables.size() > before);
    }

    /** The lines without blank lines at the end. */
    List<UpdatedLine> lines() {
        List<UpdatedLine> updated = new ArrayList<>();
        edits.forEach(edit -> write(edit, updated));
        return updated;
    }

    /** Marks all lines of a table as different, on both sides, if one of them is. */
    private void spread(Edit edit) {
        boolean left = edit.kind() == Edit.Kind.REMOVED || changed(expectedTable(edit), expectedTables);
        boolean right = edit.kind() == Edit.Kind.ADDED || changed(actualTable(edit), actualTables);
        boolean paired = edit.kind() == Edit.Kind.EQUAL;
        if (left || (paired && right)) {
            expectedTable(edit).ifPresent(expectedTables::add);
        }
        if (right || (paired && left)) {
            actualTable(edit).ifPresent(actualTables::add);
        }
    }

    private void write(Edit edit, List<UpdatedLine> updated) {
        boolean anew = changed(expectedTable(edit), expectedTables) || changed(actualTable(edit), actualTables);
        switch (edit.kind()) {
            case EQUAL -> updated.add(anew && exact(edit) ? written(edit) : kept(edit));
            case CLOSED -> updated.add(kept(edit));
            case ABSENT -> {
                if (!anew) {
                    updated.add(kept(edit));
                }
            }
            case SURPLUS -> {
                if (anew) {
                    updated.add(written(edit));
                }
            }
            case ADDED -> updated.add(written(edit));
            case REMOVED, SPANNED -> {}
        }
    }

    private boolean exact(Edit edit) {
        return old.get(edit.expected()).exact();
    }

    private UpdatedLine kept(Edit edit) {
        return UpdatedLine.kept(edit.expected(), old);
    }

    private UpdatedLine written(Edit edit) {
        return UpdatedLine.written(lines.shown(edit.actual()));
    }

    private Optional<Integer> expectedTable(Edit edit) {
        return edit.kind().expectedLines == 0
                ? Optional.empty()
                : lines.expectedPart(edit.expected()).map(TableLine::table);
    }

    private Optional<Integer> actualTable(Edit edit) {
        return edit.kind().actualLines == 0
                ? Optional.empty()
                : lines.actualPart(edit.actual()).map(TableLine::table);
    }

    private static boolean changed(Optional<Integer> table, Set<Integer> tables) {
        return table.filter(tables::contains).isPresent();
    }
}
