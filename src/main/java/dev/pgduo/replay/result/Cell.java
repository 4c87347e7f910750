package dev.pgduo.replay.result;

import dev.pgduo.version.ServerVersion;

/**
 * One lab and one server that it is played on.
 *
 * @param lab as its file was named
 * @param server as it was asked for: {@code 9.6}, {@code 15.4}
 * @param version the server's own
 */
public record Cell(String lab, String server, ServerVersion version) {
    /** What it is called among others. */
    public String name() {
        return lab + " on PostgreSQL " + version;
    }
}
