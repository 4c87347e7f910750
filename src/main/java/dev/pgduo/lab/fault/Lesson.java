package dev.pgduo.lab.fault;

import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.util.List;

/**
 * What a fault teaches: effects on clients, what survives, log lines, recovery.
 *
 * @param client what clients see
 * @param survives what is lost and what is not
 * @param log the lines to look for; none where the server says nothing
 * @param heal how it is put right
 */
public record Lesson(String client, String survives, List<LogLine> log, String heal) {
    /** Every major. */
    public static final String ALL = "9.6-18";

    public Lesson {
        log = List.copyOf(log);
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
