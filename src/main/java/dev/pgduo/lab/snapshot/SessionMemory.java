package dev.pgduo.lab.snapshot;

import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.session.SessionThread;
import dev.pgduo.report.LabException;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.wire.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The open sessions with their connections and settings, so that they can be opened again.
 *
 * @param open one for each session
 * @param habits the inputs that changed a session's own settings, in order
 */
public record SessionMemory(List<Open> open, List<Habit> habits) {
    private static final Pattern HABIT = Pattern.compile(
            "(?is)\\s*(\\\\(x|pset|set|unset|t|a|f|timing|encoding|H)\\b.*|set\\s+(?!local\\b).*|(reset|discard)\\s.*)");

    public SessionMemory {
        open = List.copyOf(open);
        habits = List.copyOf(habits);
    }

    /** An open session, and the words of psql for its connection. */
    public record Open(int number, List<String> words) {}

    /** An input that changed a session's own settings. */
    public record Habit(int session, String input) {
        static boolean is(String input) {
            return HABIT.matcher(input).matches();
        }
    }

    static SessionMemory of(LabSessions desk, List<Habit> habits) {
        List<Open> open = new ArrayList<>();
        for (int number : desk.sessions()) {
            Endpoint at = desk.session(number).session().endpoint();
            int port = desk.naming().ports().shown(at.port());
            open.add(new Open(number, List.of("-p", Integer.toString(port), "-U", at.user(), "-d", at.database())));
        }
        return new SessionMemory(
                open,
                habits.stream().filter(habit -> desk.isOpen(habit.session())).toList());
    }

    /** Whether all sessions can be closed without loss: none has a running statement or an open transaction. */
    public static boolean idle(LabSessions desk) {
        return desk.sessions().stream().map(desk::session).allMatch(SessionMemory::idle);
    }

    private static boolean idle(SessionThread session) {
        return !session.busy() && session.session().prompt().matches("=[>#] ");
    }

    /** Opens the sessions again; one whose server does not run stays closed. */
    void reopen(LabSessions desk) {
        for (Open session : open) {
            try {
                desk.open(session.number(), session.words());
            } catch (LabException e) {
                continue;
            }
            habits.stream()
                    .filter(habit -> habit.session() == session.number())
                    .forEach(habit -> desk.session(session.number())
                            .submit(desk.naming().toReal(habit.input()), new CollectingOutput())
                            .join());
        }
    }
}
