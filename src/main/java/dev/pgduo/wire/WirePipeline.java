package dev.pgduo.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Commands that are sent without waiting for the answers of those before them (manual: Pipelining; libpq: pipeline mode). Commands may be
 * kept back until {@link #flush} or until an answer is waited for. One thread at a time.
 */
public final class WirePipeline {
    /** How the oldest command ended. */
    public enum Came {
        /** It was run. */
        ANSWER,
        /** It made or removed a prepared statement. */
        PREPARED,
        /** It failed, and so nothing is run before the next synchronisation point. */
        ERROR,
        /** It was not run, because one before it failed. */
        SKIPPED,
        /** It was a synchronisation point. */
        SYNC,
        /** It was a COPY, which a pipeline cannot have: the connection cannot be used any more. */
        COPY
    }

    /** The kinds of command whose answers are not read yet, by the message that ends the answer. */
    private enum Sent {
        QUERY("CI", Came.ANSWER),
        PARSE("1", Came.PREPARED),
        CLOSE("3", Came.PREPARED),
        SYNC("Z", Came.SYNC);

        private final String ends;
        private final Came came;

        Sent(String ends, Came came) {
            this.ends = ends;
            this.came = came;
        }
    }

    private final WireConnection connection;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private boolean aborted;

    WirePipeline(WireConnection connection) {
        this.connection = connection;
    }

    /** Whether a command failed, and no synchronisation point was reached since then. */
    public boolean aborted() {
        return aborted;
    }

    /** Whether nothing waits for its answer to be read. */
    public boolean idle() {
        return sent.isEmpty();
    }

    /** Whether the oldest command is a synchronisation point. */
    public boolean atSync() {
        return sent.peek() == Sent.SYNC;
    }

    /** Whether the oldest command is a query that will be run. */
    public boolean atQuery() {
        return sent.peek() == Sent.QUERY && !aborted;
    }

    /** Sends a query with parameters, in their text form. */
    public void query(String sql, List<String> parameters) throws ConnectionLost {
        send(
                Sent.QUERY,
                messages -> messages.parse("", sql)
                        .bind("", parameters)
                        .describe('P')
                        .execute());
    }

    /** Runs a prepared statement with parameters, in their text form. */
    public void execute(String name, List<String> parameters) throws ConnectionLost {
        send(
                Sent.QUERY,
                messages -> messages.bind(name, parameters).describe('P').execute());
    }

    /** Makes a prepared statement of a query. */
    public void parse(String name, String sql) throws ConnectionLost {
        send(Sent.PARSE, messages -> messages.parse(name, sql));
    }

    /** Removes a prepared statement. */
    public void close(String name) throws ConnectionLost {
        send(Sent.CLOSE, messages -> messages.close(name));
    }

    /** Sends a synchronisation point: the commands since the last one are committed, and after a failure the server goes on behind it. */
    public void sync() throws ConnectionLost {
        send(Sent.SYNC, ExtendedMessages::point);
    }

    /** Asks the server to send the answers that it has. */
    public void requestFlush() throws ConnectionLost {
        try {
            connection.messages().flushRequest();
        } catch (IOException e) {
            throw new ConnectionLost(e);
        }
    }

    /** Sends the commands that were kept back. */
    public void flush() throws ConnectionLost {
        try {
            connection.flush();
        } catch (IOException e) {
            throw new ConnectionLost(e);
        }
    }

    private void send(Sent kind, WireConnection.Question question) throws ConnectionLost {
        try {
            question.write(connection.messages());
            sent.add(kind);
        } catch (IOException e) {
            throw new ConnectionLost(e);
        }
    }

    /** Waits for the whole answer to the oldest command, of which there must be one, and hands it to the handler. */
    public Came next(ResponseHandler handler) throws ConnectionLost {
        Sent oldest = sent.remove();
        if (aborted && oldest != Sent.SYNC) {
            return Came.SKIPPED;
        }
        try {
            connection.flush();
            return answer(oldest, handler);
        } catch (IOException e) {
            throw new ConnectionLost(e);
        }
    }

    private Came answer(Sent command, ResponseHandler handler) throws IOException {
        for (int type = connection.take(handler); ; type = connection.take(handler)) {
            if (command.ends.indexOf(type) >= 0) {
                aborted &= command != Sent.SYNC;
                return command.came;
            }
            if (type == 'E' && command != Sent.SYNC) {
                aborted = true;
                return Came.ERROR;
            }
            if ("GHW".indexOf(type) >= 0) {
                return Came.COPY;
            }
        }
    }
}
