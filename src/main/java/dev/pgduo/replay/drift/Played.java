package dev.pgduo.replay.drift;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.version.ServerVersion;

/**
 * The play of a lab file on one server.
 *
 * @param server the version for conditions: its major, or the whole version where several servers of the major played
 */
public record Played(ServerVersion server, PlayResult result) {
    Environment environment() {
        return result.resolution().environment();
    }
}
