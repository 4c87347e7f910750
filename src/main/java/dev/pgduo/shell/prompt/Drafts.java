package dev.pgduo.shell.prompt;

import java.util.IdentityHashMap;
import org.jline.reader.Buffer;

/**
 * The texts that were typed but not sent when a pane was left. SQL is taken along from one session to another; other texts are
 * kept for their own pane.
 */
final class Drafts {
    private final IdentityHashMap<Pane, String> texts = new IdentityHashMap<>();

    /** Changes the buffer when the person goes from one pane to another. */
    void move(Pane from, Pane to, Buffer buffer) {
        if (from == to) {
            return;
        }
        boolean goesAlong = from.kind() == Pane.Kind.SQL && to.kind() == Pane.Kind.SQL && buffer.length() > 0;
        if (!goesAlong) {
            texts.put(from, buffer.toString());
            buffer.clear();
            buffer.write(texts.getOrDefault(to, ""));
            texts.remove(to);
        }
    }
}
