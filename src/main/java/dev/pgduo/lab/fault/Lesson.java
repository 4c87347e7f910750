package dev.pgduo.lab.fault;

import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fault teaches: effects on clients, what survives, queries that show it, log lines, recovery.
 *
 * @param client what clients see
 * @param survives what is lost and what is not
 * @param looks queries that show it; none where nothing can be asked
 * @param log the lines to look for; none where the server says nothing
 * @param heal how it is put right
 */
public record Lesson(String client, String survives, List<Look> looks, List<LogLine> log, String heal) {
    /** Every major. */
    public static final String ALL = "9.6-18";

    public Lesson {
        looks = List.copyOf(looks);
        log = List.copyOf(log);
    }

    /** A lesson without queries. */
    public Lesson(String client, String survives, List<LogLine> log, String heal) {
        this(client, survives, List.of(), log, heal);
    }

    /** The same with these queries behind those that it has. */
    public Lesson looking(Look... queries) {
        return new Lesson(
                client,
                survives,
                Stream.concat(looks.stream(), Stream.of(queries)).toList(),
                log,
                heal);
    }

    /** The queries for this server. */
    public List<Look> looks(ServerVersion server) {
        return looks.stream().filter(look -> look.of(server)).toList();
    }

    /**
     * A line of a server's log.
     *
     * @param majors those that write it, as {@link VersionSet} has them
     * @param text as it is, with an N for each number that differs
     */
    public record LogLine(String majors, String text) {
        public LogLine {
            if (VersionSet.parse(majors).isEmpty()) {
                throw new IllegalArgumentException("no versions: " + majors);
            }
        }

        /** A line of every major. */
        public static LogLine all(String text) {
            return new LogLine(ALL, text);
        }

        /** Whether this server writes it. */
        public boolean of(ServerVersion server) {
            return VersionSet.parse(majors).orElseThrow().contains(server);
        }
    }

    /** The lines that this server writes. */
    public List<String> log(ServerVersion server) {
        return log.stream().filter(line -> line.of(server)).map(LogLine::text).toList();
    }
}
