package dev.pgduo.lab.fault;

import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fault teaches: effects on clients, what survives, queries that show it, log lines, recovery.
 *
 * @param client what clients notice
 * @param survives which data survive and which are lost
 * @param looks queries that show it; empty where no server can be asked
 * @param log the lines to look for; empty where the server logs nothing
 * @param heal how it is repaired
 */
public record Lesson(String client, String survives, List<Look> looks, List<LogLine> log, String heal) {
    /** Every supported major. */
    public static final String ALL = "9.6-18";

    public Lesson {
        looks = List.copyOf(looks);
        log = List.copyOf(log);
    }

    /** A lesson without queries. */
    public Lesson(String client, String survives, List<LogLine> log, String heal) {
        this(client, survives, List.of(), log, heal);
    }

    /** The same lesson with further queries after its own. */
    public Lesson looking(Look... queries) {
        return new Lesson(
                client,
                survives,
                Stream.concat(looks.stream(), Stream.of(queries)).toList(),
                log,
                heal);
    }

    /** The queries that a server of this version can answer. */
    public List<Look> looks(ServerVersion server) {
        return looks.stream().filter(look -> look.of(server)).toList();
    }

    /**
     * A line of a server's log.
     *
     * @param majors the majors that write it, as {@link VersionSet} has them
     * @param text the line, with an N for each number that varies
     */
    public record LogLine(String majors, String text) {
        public LogLine {
            if (VersionSet.parse(majors).isEmpty()) {
                throw new IllegalArgumentException("no versions: " + majors);
            }
        }

        /** A line that every major writes. */
        public static LogLine all(String text) {
            return new LogLine(ALL, text);
        }

        /** Whether a server of this version writes the line. */
        public boolean of(ServerVersion server) {
            return VersionSet.parse(majors).orElseThrow().contains(server);
        }
    }

    /** The lines that a server of this version writes. */
    public List<String> log(ServerVersion server) {
        return log.stream().filter(line -> line.of(server)).map(LogLine::text).toList();
    }
}
