package dev.pgduo.lab.load;

import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import java.util.Optional;

/** Receives the server's answer to one command. */
interface Heard extends ResponseHandler {
    /** The error that it ended with, if it did. */
    Optional<ServerMessage> error();
}
