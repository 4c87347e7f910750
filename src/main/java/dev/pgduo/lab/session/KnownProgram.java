package dev.pgduo.lab.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of PostgreSQL that a lab's lines may call.
 *
 * @param name the program's name
 * @param from the source of the program
 * @param since the first major that has it; 9 for all
 * @param needs the servers with which it works
 */
record KnownProgram(String name, From from, int since, Needs needs) {
    /** The source of a program. */
    enum From {
        /** pgduo replaces it. */
        PGDUO,
        /** The package of client programs. */
        CLIENT,
        /** The package of the server. */
        SERVER
    }

    /** The servers with which a program works. */
    enum Needs {
        /** Servers of any major. */
        ANY,
        /** Servers that are not newer than the program. */
        NOT_NEWER,
        /** Servers of the same major. */
        SAME
    }

    private static final int OLDEST = 9;

    /** All known programs. */
    static final List<KnownProgram> ALL = Stream.of(
                    of(From.PGDUO, Needs.ANY, "pg_archivecleanup pg_isready pgbench psql"),
                    of(
                            From.PGDUO,
                            Needs.SAME,
                            "pg_basebackup pg_checksums:12 pg_controldata pg_resetwal:10 pg_rewind"
                                    + " pg_verifybackup:13 pg_waldump:10"),
                    of(
                            From.CLIENT,
                            Needs.ANY,
                            "clusterdb createdb createuser dropdb dropuser pg_restore reindexdb vacuumdb"),
                    of(From.PGDUO, Needs.NOT_NEWER, "pg_receivewal:10"),
                    of(From.CLIENT, Needs.NOT_NEWER, "pg_dump pg_dumpall pg_recvlogical"),
                    of(From.CLIENT, Needs.SAME, "pg_amcheck:14 pg_combinebackup:17"),
                    of(From.SERVER, Needs.SAME, "pg_upgrade pg_createsubscriber:17 pg_walsummary:17"))
            .flatMap(List::stream)
            .toList();

    private static List<KnownProgram> of(From from, Needs needs, String names) {
        return Stream.of(names.split(" "))
                .map(word -> word.split(":"))
                .map(parts ->
                        new KnownProgram(parts[0], from, parts.length > 1 ? Integer.parseInt(parts[1]) : OLDEST, needs))
                .toList();
    }

    /** Whether a program of this major works with a server of that one. */
    boolean works(int own, int server) {
        return needs == Needs.ANY || own == server || (needs == Needs.NOT_NEWER && own > server);
    }

    /** The script in place of a missing program, or of one with this other major. */
    String absent(int server, Optional<Integer> other) {
        if (since > server) {
            return script(
                    "there is no " + name + " before PostgreSQL " + since + ", and the server is of " + major(server),
                    "");
        }
        String why = other.map(own -> "the installed " + name + " is of PostgreSQL " + major(own)
                        + ", and does not work with a server of " + major(server))
                .orElse("this program is not installed, and pgduo has no replacement for it");
        boolean client = from == From.CLIENT;
        String suffix = other.isPresent() || since > OLDEST ? "-" + major(server) : "";
        return script(
                why,
                "It is in PostgreSQL's " + (client ? "client programs" : "server package")
                        + " (Debian, Ubuntu: apt install " + (client ? "postgresql-client" : "postgresql") + suffix
                        + ").");
    }

    private static String major(int major) {
        return major == 9 ? "9.6" : Integer.toString(major);
    }

    private String script(String why, String hint) {
        String error = line(name + ": error: " + why);
        return (hint.isEmpty() ? error : error + line(name + ": hint: " + hint)) + "exit 127";
    }

    private static String line(String text) {
        return "echo '" + text.replace("'", "'\\''") + "' >&2\n";
    }
}
