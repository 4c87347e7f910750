package dev.pgduo.lab.session;

import dev.pgduo.cluster.quantity.ServerQuery;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Queries what a server's session is waiting for. */
final class WaitingQuestion {
    /** The type of the wait when the server does not answer. */
    static final String SILENT = "its server";

    static final String STANDBY = "a synchronous standby that does not confirm";

    private static final String SEPARATOR = "\u001f";

    private WaitingQuestion() {}

    /** The wait of a session; empty when it does not wait, or the server does not answer. */
    static Optional<Waiting> ask(ServerQuery server, int pid) {
        try {
            return answer(server, pid);
        } catch (ServerUnavailable e) {
            return Optional.empty();
        }
    }

    /** The same for messages to a person: a server that does not answer blocks all its sessions. */
    static Optional<Waiting> askOrWonder(ServerQuery server, int pid) {
        try {
            return answer(server, pid);
        } catch (ServerUnavailable e) {
            return Optional.of(new Waiting(SILENT, "", "a server that does not answer"));
        }
    }

    /** The clients that connected within this time and whose statements are blocked, each with its blockers, as phrases. */
    static List<String> clients(ServerQuery server, Duration newer) {
        try {
            String answer = server.scalar("""
                    select string_agg(format('process %%s (%%s), blocked by %%s', a.pid, a.query, b.holders), E'\\x1f')
                    from pg_stat_activity a, lateral
                      (select string_agg(format('process %%s: %%s', h.pid, h.query), ', ') as holders
                         from pg_stat_activity h where h.pid = any(pg_blocking_pids(a.pid))) b
                    where a.state = 'active' and b.holders is not null
                      and a.backend_start > clock_timestamp() - interval '%d ms'""".formatted(newer.toMillis()));
            return answer.isEmpty() ? List.of() : List.of(answer.split(SEPARATOR, -1));
        } catch (ServerUnavailable e) {
            return List.of();
        }
    }

    /** Whether the server has begun to execute what the session sent. */
    static boolean begun(ServerQuery server, int pid) {
        try {
            return !server.scalar("select count(*) from pg_stat_activity where pid = " + pid + " and state = 'active'")
                    .equals("0");
        } catch (ServerUnavailable e) {
            return false;
        }
    }

    private static Optional<Waiting> answer(ServerQuery server, int pid) throws ServerUnavailable {
        String answer = server.scalar("""
                    select concat_ws(E'\\x1f', a.wait_event_type, a.wait_event,
                      (select coalesce(string_agg(format('process %%s: %%s', b.pid,
                             coalesce(nullif(b.query, ''), 'a process of the server''s own')), E'\\n'), '')
                         from pg_stat_activity b where b.pid = any(pg_blocking_pids(a.pid))))
                    from pg_stat_activity a
                    where a.pid = %d and a.state = 'active' and a.wait_event_type is not null""".formatted(pid));
        String[] parts = answer.split(SEPARATOR, -1);
        return parts.length < 3 ? Optional.empty() : Optional.of(waiting(parts));
    }

    private static Waiting waiting(String[] parts) {
        String holders = parts[1].equals("SyncRep") ? STANDBY : parts[2];
        return new Waiting(parts[0], parts[1], holders);
    }
}
