package dev.pgduo.session;

import dev.pgduo.scan.CopyRows;
import dev.pgduo.session.query.Source;
import dev.pgduo.table.ByteText;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A source to which lines are added while the session runs. */
final class QueueSource implements Source {
    private final Deque<String> lines = new ArrayDeque<>();

    void add(String text) {
        text.lines().forEach(lines::add);
    }

    /** Discards lines that were not read. */
    void clear() {
        lines.clear();
    }

    @Override
    public byte @Nullable [] line() {
        String line = lines.poll();
        return line == null ? null : ByteText.encode(line + "\n");
    }

    @Override
    public void skipRows() {
        // In a longer script such lines mean what they mean to psql.
        if (CopyRows.END.equals(lines.peekLast())) {
            lines.clear();
        }
    }

    @Override
    public int read(byte[] target) {
        return 0;
    }
}
