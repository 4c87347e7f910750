package dev.pgduo.shell.prompt;

import java.util.IdentityHashMap;
import org.jline.reader.Buffer;

/**
 * What was typed and not sent when a pane was left. SQL goes along from one session to another; what would mean something else
 * elsewhere waits for its pane to come back.
 */
final class Drafts {
    private final IdentityHashMap<Pane, String> texts = new IdentityHashMap<>();

    /** The person goes from one pane to another; the buffer changes as it must. */
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
