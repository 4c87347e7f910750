package dev.pgduo.lab.snapshot;

import dev.pgduo.lab.session.LabSessions;
import java.util.Optional;

/** States to which a lab can be reset: both nodes, the load and faults, and the open sessions. For one thread at a time. */
public final class LabMarks implements AutoCloseable {
    private final LabSessions desk;
    private final CrashSnapshots moments;
    private final SessionHabits habits = new SessionHabits();

    public LabMarks(LabSessions desk) {
        this.desk = desk;
        this.moments = new CrashSnapshots(desk.lab());
    }

    /** One state. */
    public record Mark(CrashSnapshots.Moment moment, SessionMemory sessions) {}

    /** The inputs that changed the sessions' own settings; whoever runs inputs has to add to it. */
    public SessionHabits habits() {
        return habits;
    }

    /** Saves the present state; empty when a session is in a transaction or busy, which cannot be restored. */
    public Optional<Mark> take() {
        return SessionMemory.idle(desk)
                ? Optional.of(new Mark(moments.take(), SessionMemory.of(desk, habits.all())))
                : Optional.empty();
    }

    /** Restores a state; the sessions are opened again, and the OS prompts get new shells. */
    public void restore(Mark mark) {
        desk.close();
        moments.restore(mark.moment());
        reopen(mark);
    }

    /** The same, but the shells of the OS prompts go on. */
    public void restoreUnderShells(Mark mark) {
        desk.sessions().forEach(desk::close);
        moments.restore(mark.moment(), false);
        reopen(mark);
    }

    private void reopen(Mark mark) {
        desk.wrote();
        mark.sessions().reopen(desk);
        habits.back(mark.sessions().habits());
    }

    /** Removes a state. */
    public void drop(Mark mark) {
        moments.drop(mark.moment());
    }

    /** Removes all states. */
    @Override
    public void close() {
        moments.clear();
    }
}
