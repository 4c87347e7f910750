package dev.pgduo.shell.pane;

import dev.pgduo.shell.prompt.RecordingListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a person may do at the prompts; the same for the same seed. */
final class RandomDoings {
    private static final List<String> OUTPUT = List.of(
            "",
            "",
            " a ",
            "---",
            "...",
            "(1 row)",
            "x (re)",
            "y (glob)",
            "=> q",
            "    => q",
            "    |    => q",
            "    psql -p 5433",
            "|",
            "\t",
            "%end",
            "%{x}",
            "~~~",
            "lab> up",
            "postgres> ls",
            "> quoted",
            "LSN 0/3000060",
            "ERROR:  syntax error at or near \"x\"",
            "a\rb",
            "a\u2028b\u0085c",
            "[-^]\\",
            "naïve ☃ 😀",
            "trailing  ");
    private static final List<String> SQL = List.of(
            "select 1;",
            "  select 1;",
            "select 'a\nb\n\n  c';",
            "select 1 -- it's\n;",
            "select $$\n=> x\n%if\n$$;",
            "select (\n\n1);",
            "select /* a\n; */ 1\n\\g",
            "\\d t",
            "\\q",
            "%if;",
            "copy t from stdin;\n1\n=> 2\n\n\\.",
            "copy t from stdin;\n\\.",
            "select 1; select 2;",
            "\\echo 'lab> up'");
    private static final List<String> OS =
            List.of("ls", "", "pg_ctl -D data stop", "echo 'a  b'   # c", "psql -c 'select 1'", "%if x");
    private static final List<String> LAB =
            List.of("up", "status", "new --force", "wait caught-up", "crash a  ", "reset", "conf a set x = 'a b'");
    private static final List<String> LEFT_OUT =
            List.of("record stop", "psql a", "sh b", "conf edit a", "conf   edit b", "destroy", "\\q", "help up");

    private final Random random;
    private final List<Done> steps = new ArrayList<>();
    private final Set<Integer> blocked = new HashSet<>();

    /**
     * A step.
     *
     * @param what was typed where
     */
    record Done(String what, List<String> output) {}

    RandomDoings(long seed) {
        random = new Random(seed);
    }

    /** The steps told so far, each with its output. */
    List<Done> steps() {
        return steps;
    }

    /** Does one thing more and tells it. */
    void next(RecordingListener listener) {
        int session = 1 + random.nextInt(3);
        List<String> output = output();
        switch (random.nextInt(8)) {
            case 0 -> lab(listener, output);
            case 1 -> os(listener, output);
            case 2 -> listener.lab(pick(LEFT_OUT), output);
            case 3 -> late(listener, session, output);
            case 4 -> open(listener, session);
            case 5 -> listener.canceled(session, pick(SQL));
            case 6 -> listener.asked(session, pick(SQL));
            default -> sql(listener, session, output);
        }
    }

    private void lab(RecordingListener listener, List<String> output) {
        String command = pick(LAB);
        listener.lab(command, output);
        steps.add(new Done("lab " + command.strip(), output));
    }

    private void os(RecordingListener listener, List<String> output) {
        String command = pick(OS);
        boolean first = random.nextBoolean();
        listener.os(first ? "postgres>" : "postgres2> ", command, output);
        steps.add(new Done((first ? "a " : "b ") + command, output));
    }

    /** Only a statement that is under way comes back. */
    private void late(RecordingListener listener, int session, List<String> output) {
        if (!blocked.remove(session)) {
            return;
        }
        listener.late(session, output);
        if (!output.isEmpty()) {
            steps.add(new Done("late " + session, output));
        }
    }

    private void open(RecordingListener listener, int session) {
        listener.opened(session, "psql -p 5433");
        steps.add(new Done("open " + session, List.of()));
    }

    private void sql(RecordingListener listener, int session, List<String> output) {
        String input = pick(SQL);
        listener.sql(session, input, output);
        blocked.add(session);
        steps.add(new Done("sql " + session + " " + input, output));
    }

    private List<String> output() {
        List<String> lines = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            lines.add(pick(OUTPUT));
        }
        return lines;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
