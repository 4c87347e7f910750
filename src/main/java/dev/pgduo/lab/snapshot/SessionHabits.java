package dev.pgduo.lab.snapshot;

import java.util.ArrayList;
import java.util.List;

/** The inputs that changed the settings of sessions themselves, in order. Not thread-safe. */
public final class SessionHabits {
    private final List<SessionMemory.Habit> habits = new ArrayList<>();

    /** An input of a session was run. */
    public void typed(int session, String input) {
        if (SessionMemory.Habit.is(input)) {
            habits.add(new SessionMemory.Habit(session, input));
        }
    }

    /** A session was opened anew. */
    public void opened(int session) {
        habits.removeIf(habit -> habit.session() == session);
    }

    List<SessionMemory.Habit> all() {
        return List.copyOf(habits);
    }

    void back(List<SessionMemory.Habit> then) {
        habits.clear();
        habits.addAll(then);
    }
}
