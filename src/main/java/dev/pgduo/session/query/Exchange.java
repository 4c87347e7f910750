package dev.pgduo.session.query;

import dev.pgduo.session.connection.CopyIn;
import dev.pgduo.session.connection.Field;
import dev.pgduo.session.connection.Notification;
import dev.pgduo.session.connection.ResponseHandler;
import dev.pgduo.session.connection.ServerMessage;
import dev.pgduo.table.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One query under way: prints its answer as psql does and notes what became of each statement. Not thread-safe. */
final class Exchange implements ResponseHandler {
    private static final String END_OF_DATA = "\\.";

    private final Psql psql;
    private final String query;
    private final long started = System.nanoTime();
    private final OutputStream stream;
    private final List<Notification> notifications = new ArrayList<>();
    private @Nullable ResultRows rows;
    private boolean copiedOut;
    private boolean failed;

    Exchange(Psql psql, String query) {
        this.psql = psql;
        this.query = query;
        this.stream = psql.resultStream();
    }

    boolean failed() {
        return failed;
    }

    @Override
    public void fields(List<Field> fields) {
        rows = new ResultRows(
                fields, psql.printOptions(), stream, psql.settings().fetchCount());
    }

    @Override
    public void row(byte[] @Nullable [] values) {
        if (rows != null) {
            rows.row(values);
        }
    }

    @Override
    public void complete(String tag) {
        ResultRows result = rows;
        if (result != null) {
            result.finish();
        }
        if (result == null ? !copiedOut : tag.matches("(INSERT|UPDATE|DELETE) .*")) {
            tagLine(tag);
        }
        long count = result == null ? 0 : result.count();
        StatementKind kind = StatementKind.of(query, tag, result != null);
        psql.add(new StatementOutcome(query, tag, count, null, null, elapsed(), kind));
        rows = null;
        copiedOut = false;
    }

    private void tagLine(String tag) {
        if (!psql.settings().quiet()) {
            boolean html = psql.printOptions().format() == Format.HTML;
            String line = html ? "<p>" + tag + "</p>\n" : tag + "\n";
            write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void error(ServerMessage error) {
        failed = true;
        rows = null;
        if (psql.cancelSent().getAndSet(false)) {
            psql.output().err("Cancel request sent\n");
        }
        psql.output().err(psql.settings().messages().error(error, query));
        StatementKind kind = StatementKind.of(query, "", false);
        psql.add(new StatementOutcome(query, "", 0, error.sqlState(), error.message(), elapsed(), kind));
    }

    @Override
    public void notice(ServerMessage notice) {
        psql.output().err(psql.settings().messages().notice(notice));
    }

    @Override
    public void notification(Notification notification) {
        notifications.add(notification);
    }

    @Override
    public void copyIn(CopyIn copy) {
        for (String line = psql.lines().get(); line != null; line = psql.lines().get()) {
            if (line.equals(END_OF_DATA)) {
                break;
            }
            byte[] data = (line + "\n").getBytes(StandardCharsets.UTF_8);
            copy.data(data, 0, data.length);
        }
        copy.done();
    }

    @Override
    public void copyData(byte[] data) {
        copiedOut = true;
        write(data);
    }

    @Override
    public void copyOut() {
        copiedOut = true;
    }

    /** What psql prints when the answer is complete: the time it took, and what other sessions notified. */
    void end() {
        if (psql.settings().timing()) {
            psql.output().out(Timing.line(elapsed()));
        }
        for (Notification n : notifications) {
            String payload = n.payload().isEmpty() ? "" : " with payload \"" + n.payload() + "\"";
            String text = "Asynchronous notification \"" + n.channel() + "\"" + payload
                    + " received from server process with PID " + n.backendPid() + ".\n";
            write(text.getBytes(StandardCharsets.UTF_8));
        }
        psql.cancelSent().set(false);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void write(byte[] bytes) {
        try {
            stream.write(bytes);
        } catch (IOException e) {
            psql.err(String.valueOf(e.getMessage()));
        }
    }
}
