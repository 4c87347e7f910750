package dev.pgduo.replay.compare;

import java.util.List;
import java.util.Optional;

/**
 * A table in a text.
 *
 * @param first the index of its first line
 * @param lines all its lines
 */
record TableBlock(int first, List<TableLine> lines) {
    TableBlock {
        lines = List.copyOf(lines);
    }

    /** The index after its last line. */
    int end() {
        return first + lines.size();
    }

    void writeTo(List<Optional<TableLine>> parts) {
        for (int i = 0; i < lines.size(); i++) {
            parts.set(first + i, Optional.of(lines.get(i)));
        }
    }
}
