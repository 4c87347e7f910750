package dev.pgduo.shell.bar;

import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.lab.Lab;
import dev.pgduo.shell.prompt.Pane.Worker;
import java.util.List;
import java.util.stream.Stream;

/** Reports the commands and statements that were running when the last pgduo ended, and which of them are still running. */
final class InterruptedWork {
    private InterruptedWork() {}

    /** One line for each; queries the servers. */
    static List<String> of(Lab lab, List<Note> notes) {
        return notes.stream().flatMap(note -> words(lab, note)).toList();
    }

    private static Stream<String> words(Lab lab, Note note) {
        Worker worker = note.worker();
        if (worker == null) {
            return Stream.of("the last pgduo was ended in the middle of: " + note.time() + " " + note.text());
        }
        String first =
                "the last pgduo ended while node " + worker.node() + " ran this: " + note.time() + " " + note.text();
        return Stream.of(first, state(lab, worker));
    }

    private static String state(Lab lab, Worker worker) {
        try {
            boolean runs =
                    lab.query(worker.node()).scalar("""
                    select count(*) from pg_stat_activity
                    where pid = %d and state = 'active' and application_name = 'psql'""".formatted(worker.pid())).equals("1");
            return runs
                    ? "it still runs, in the server process " + worker.pid() + "; select pg_terminate_backend("
                            + worker.pid() + ") ends it"
                    : "it does not run any more";
        } catch (ServerUnavailable e) {
            return "its server does not answer now";
        }
    }
}
