package dev.pgduo.replay.result;

import dev.pgduo.version.ServerVersion;

/**
 * One lab on one server.
 *
 * @param lab the name as it was given
 * @param server the word with which the server was asked for: {@code 9.6}, {@code 15.4}
 * @param version the server's version
 */
public record Cell(String lab, String server, ServerVersion version) {
    /** A name that distinguishes it from others. */
    public String name() {
        return lab + " on PostgreSQL " + version;
    }
}
