package dev.pgduo.lab.snapshot;

import dev.pgduo.lab.session.LabSessions;
import java.util.Optional;

/** Places that a lab can go back to: both nodes, what stands beside them, and the open sessions. For one thread at a time. */
public final class LabMarks implements AutoCloseable {
    private final LabSessions desk;
    private final CrashSnapshots moments;
    private final SessionHabits habits = new SessionHabits();

    public LabMarks(LabSessions desk) {
        this.desk = desk;
        this.moments = new CrashSnapshots(desk.lab());
    }

    /** One place. */
    public record Mark(CrashSnapshots.Moment moment, SessionMemory sessions) {}

    /** What only the sessions keep; told by whoever runs their inputs. */
    public SessionHabits habits() {
        return habits;
    }

    /** Keeps the lab as it is now; empty when a session would lose something by going back to it. */
    public Optional<Mark> take() {
        return SessionMemory.idle(desk)
                ? Optional.of(new Mark(moments.take(), SessionMemory.of(desk, habits.all())))
                : Optional.empty();
    }

    /** Makes the lab what it was; the sessions are opened again, and the OS prompts' shells are new ones. */
    public void restore(Mark mark) {
        desk.close();
        moments.restore(mark.moment());
        reopen(mark);
    }

    /** The same, but the OS prompts' shells stay. */
    public void restoreUnderShells(Mark mark) {
        desk.sessions().forEach(desk::close);
        moments.restore(mark.moment());
        reopen(mark);
    }

    private void reopen(Mark mark) {
        desk.wrote();
        mark.sessions().reopen(desk);
        habits.back(mark.sessions().habits());
    }

    /** A place is not needed any more. */
    public void drop(Mark mark) {
        moments.drop(mark.moment());
    }

    /** No place is needed any more. */
    @Override
    public void close() {
        moments.clear();
    }
}
