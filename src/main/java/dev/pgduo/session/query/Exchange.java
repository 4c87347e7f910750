package dev.pgduo.session.query;

import dev.pgduo.report.FailureReason;
import dev.pgduo.table.PackedRow;
import dev.pgduo.wire.CopyIn;
import dev.pgduo.wire.Field;
import dev.pgduo.wire.Notification;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running query: prints its answer as psql does, and notes the outcome of each statement. A result is printed when the next
 * result or the whole answer is complete (psql 15: {@code ExecQueryAndProcessResults}). Not thread-safe.
 */
final class Exchange implements ResponseHandler {
    private final Psql psql;
    private String query;
    private final Request request;
    private final long started = System.nanoTime();
    private final Results results;
    private @Nullable ResultRows rows;
    private @Nullable OutputStream copyTarget;
    private long received;
    private boolean copiedOut;
    private boolean copying;
    private boolean savepointGone;
    private Duration elapsed = Duration.ZERO;

    Exchange(Psql psql, String query) {
        this.psql = psql;
        this.query = query;
        this.request = psql.request();
        this.results = new Results(psql, request);
    }

    /** Whether a statement of the user has ended the savepoint of ON_ERROR_ROLLBACK. */
    boolean savepointGone() {
        return savepointGone;
    }

    /** The number of rows of the last result. */
    long received() {
        return received;
    }

    /** The time until the last result was complete. */
    Duration elapsed() {
        return elapsed;
    }

    @Override
    public void fields(List<Field> fields) {
        rows = new ResultRows(fields, psql, query, results.mayStream());
    }

    @Override
    public void row(PackedRow row) {
        ResultRows receiving = rows;
        if (receiving == null) {
            return;
        }
        receiving.hold(row);
        if (receiving.full()) {
            results.settle(false);
            results.stream(receiving);
        }
    }

    @Override
    public void row(byte[] @Nullable [] values) {
        row(PackedRow.of(values));
    }

    @Override
    public void complete(String tag) {
        ResultRows result = rows;
        Duration now = since();
        if (!copying) {
            results.settle(false);
        }
        elapsed = now;
        savepointGone |= List.of("COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK").contains(tag);
        boolean silent = copiedOut && copyTarget == null && request.output() == null;
        results.wait(new Reply(result, silent ? null : tag, false));
        long count = result == null ? 0 : result.count();
        received = count;
        psql.add(() ->
                new StatementOutcome(query, tag, count, null, null, now, StatementKind.of(query, tag, result != null)));
        rows = null;
        endCopy();
    }

    private void endCopy() {
        copying = false;
        copiedOut = false;
        copyTarget = null;
    }

    @Override
    public void empty() {
        results.settle(false);
        elapsed = since();
        results.wait(new Reply(null, null, false));
    }

    @Override
    public void error(ServerMessage error) {
        rows = null;
        results.settle(false);
        elapsed = since();
        psql.failure(error, query);
        results.fail();
        if (copying) {
            // An error of COPY itself is printed, but does not set the query's variables.
            results.wait(new Reply(null, null, true));
        } else {
            ResultVariables.failed(psql.variables(), error);
        }
        endCopy();
        Duration now = elapsed;
        psql.add(() -> new StatementOutcome(
                query, "", 0, error.sqlState(), error.message(), now, StatementKind.of(query, "", false)));
    }

    @Override
    public void notice(ServerMessage notice) {
        psql.notice(notice, query);
    }

    @Override
    public void notification(Notification notification) {
        psql.add(notification);
    }

    @Override
    public void copyIn(CopyIn copy, boolean binary) {
        results.settle(false);
        copying = true;
        try {
            Request.Feed own = request.input();
            Request.Feed feed = own == null ? new FrameFeed(psql, psql.frame()) : own;
            feed.send(copy, binary);
            copy.done();
        } catch (InterruptedIOException e) {
            results.fail();
            copy.fail("canceled by user");
        } catch (IOException e) {
            results.fail();
            copy.fail("aborted because of read failure");
        }
    }

    @Override
    public void copyOut() {
        results.settle(false);
        copying = true;
        copiedOut = true;
        OutputStream own = request.output();
        copyTarget = own == null ? results.target() : own;
    }

    @Override
    public void copyData(byte[] bytes, int offset, int length) {
        if (psql.cancellation().asked()) {
            return;
        }
        OutputStream target = copyTarget == null ? results.plainOutput() : copyTarget;
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            if (results.ok()) {
                psql.err("could not write COPY data: " + FailureReason.of(e));
            }
            results.fail();
        }
    }

    /** Prints a result that waits, as the answer is complete; returns whether nothing has failed. */
    boolean end() {
        results.settle(true);
        results.close();
        return results.ok();
    }

    /** Sets the query of a pipeline to which the next messages belong. */
    void about(String next) {
        query = next;
    }

    /** The query was only prepared; its result has neither rows nor a command tag (psql 18: {@code PrintQueryStatus}). */
    void prepared() {
        results.settle(false);
        if (results.ok()) {
            results.wait(new Reply(null, "", false));
        }
    }

    /** The query was not run, because an earlier one in the pipeline has failed. */
    void skipped() {
        results.settle(false);
        results.fail();
        psql.log().info("Pipeline aborted, command did not run");
        ResultVariables.failed(psql.variables(), "", "");
    }

    /** The pipeline has reached a synchronization point, which ends the state of failure. */
    void synced() {
        results.settle(false);
        results.recover();
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
