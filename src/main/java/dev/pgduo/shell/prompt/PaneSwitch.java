package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pane in front, and the other open ones. The lab's pane is always open and has the number 0; sessions are 1 and up. Used
 * by the loop's thread, and by commands that run on it.
 */
public final class PaneSwitch implements AutoCloseable {
    private final Pane lab;
    private final Map<Integer, Pane> sessions = new TreeMap<>();
    private final Deque<Pane> behind = new ArrayDeque<>();
    private final Function<PaneSwitch, PaneSource> maker;
    private @Nullable PaneSource source;
    private Pane front;

    /**
     * The lab's pane in front, with no other pane open.
     *
     * @param maker makes the source of further panes; called once, when the first one is needed
     */
    public PaneSwitch(Pane lab, Function<PaneSwitch, PaneSource> maker) {
        this.lab = lab;
        this.maker = maker;
        this.front = lab;
    }

    /** The pane that gets the next line. */
    public Pane front() {
        return front;
    }

    /** Brings the lab's pane to the front. */
    public void toLab() {
        bring(lab);
    }

    /** Brings session {@code number} to the front and opens it if necessary; 0 is the lab's pane. */
    public void toSession(int number) {
        bring(number == 0 ? lab : session(number));
    }

    /** Opens the OS shell of a node in front. */
    public void toShell(String node) {
        bring(panes().shell(node));
    }

    /**
     * Brings the session for a typed {@code psql} line to the front.
     *
     * @param from the node that is the default
     * @param words the words after {@code psql}
     */
    public void open(NodeName from, List<String> words) {
        panes().open(from, words);
    }

    /** The next SQL session: 1 when none is in front, 2 after 1, then further ones that are open, and 1 again. */
    public Pane other() {
        int now = sessions.entrySet().stream()
                .filter(entry -> entry.getValue() == front)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
        int next = now < 2
                ? now + 1
                : sessions.keySet().stream()
                        .filter(number -> number > now)
                        .findFirst()
                        .orElse(1);
        return session(next);
    }

    /** Brings {@link #other()} to the front. */
    public void toggle() {
        bring(other());
    }

    /** Brings another open session to the front, the most recent one first; the lab's pane when there is none. */
    public void aside() {
        Pane now = front;
        bring(behind.stream()
                .filter(pane -> pane.kind() == Pane.Kind.SQL && pane != now)
                .findFirst()
                .or(() -> sessions.values().stream().filter(pane -> pane != now).findFirst())
                .orElse(lab));
    }

    /** The pane of session {@code number}, which is opened if necessary. */
    public Pane session(int number) {
        Pane open = sessions.get(number);
        if (open == null) {
            open = panes().session(number);
            sessions.put(number, open);
        }
        return open;
    }

    /** Whether the lab's pane is in front. */
    public boolean atLab() {
        return front == lab;
    }

    /** Closes the pane in front; the pane that was in front before it comes back. */
    public void leave() {
        Pane left = front;
        sessions.values().remove(left);
        behind.remove(left);
        front = behind.isEmpty() ? lab : behind.pop();
        left.close();
    }

    /** Closes every session, the lab's pane last. */
    @Override
    public void close() {
        sessions.values().forEach(Pane::close);
        sessions.clear();
        behind.clear();
        front = lab;
        lab.close();
    }

    private void bring(Pane pane) {
        if (pane == front) {
            return;
        }
        behind.remove(pane);
        if (front != lab) {
            behind.push(front);
        }
        if (pane == lab) {
            behind.clear();
        }
        front = pane;
    }

    private PaneSource panes() {
        PaneSource panes = source;
        if (panes == null) {
            panes = maker.apply(this);
            source = panes;
        }
        return panes;
    }
}
