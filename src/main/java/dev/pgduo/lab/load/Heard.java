package dev.pgduo.lab.load;

import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import java.util.Optional;

/** Receives the server's answer to one command. */
interface Heard extends ResponseHandler {
    /** The error with which the command ended; empty when it succeeded. */
    Optional<ServerMessage> error();
}
