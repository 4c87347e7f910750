package dev.pgduo.replay.drift;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.version.ServerVersion;

/**
 * A lab file as one server played it.
 *
 * @param server as conditions are to name it: its major, or its whole version where several servers of the major played
 */
public record Played(ServerVersion server, PlayResult result) {
    Environment environment() {
        return result.resolution().environment();
    }
}
