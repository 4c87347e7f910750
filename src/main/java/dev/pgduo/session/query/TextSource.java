package dev.pgduo.session.query;

import dev.pgduo.table.ByteText;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Lines of a text in memory. */
public final class TextSource implements Source {
    private final Iterator<String> lines;

    /** Reads the lines of this text. */
    public TextSource(String text) {
        lines = text.lines().iterator();
    }

    @Override
    public byte @Nullable [] line() {
        return lines.hasNext() ? ByteText.encode(lines.next() + "\n") : null;
    }

    @Override
    public int read(byte[] target) {
        return 0;
    }
}
