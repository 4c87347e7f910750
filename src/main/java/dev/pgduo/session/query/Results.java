package dev.pgduo.session.query;

import dev.pgduo.report.FailureReason;
import dev.pgduo.table.ByteText;
import dev.pgduo.table.Format;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Prints the results of one query, or passes them on to the requested use (psql: {@code PrintQueryResult}). */
final class Results {
    private final Psql psql;
    private final Request request;
    private final boolean showAll;
    private @Nullable Reply waiting;
    private @Nullable OutputStream file;
    private boolean ok = true;

    Results(Psql psql, Request request) {
        this.psql = psql;
        this.request = request;
        this.showAll = psql.variables().on("SHOW_ALL_RESULTS");
    }

    boolean ok() {
        return ok;
    }

    void fail() {
        ok = false;
    }

    /** Whether rows may be printed before it is known that theirs is the last result. */
    boolean mayStream() {
        return showAll && !request.use().needsRows();
    }

    /** Keeps a result until it is known whether it is the last one. */
    void wait(Reply reply) {
        waiting = reply;
    }

    void recover() {
        ok = true;
    }

    /** Prints or uses the kept result. */
    void settle(boolean last) {
        Reply reply = waiting;
        waiting = null;
        if (reply == null) {
            return;
        }
        ResultRows rows = reply.rows();
        ok &= rows == null ? !reply.failed() : shown(rows, last);
        if (reply.tag() != null && (last || showAll) && (rows == null || reply.changes())) {
            tag(reply.tag());
            psql.variables().set("LASTOID", reply.oid());
        }
        if (last && ok) {
            ResultVariables.succeeded(psql.variables(), reply.count());
        }
    }

    private boolean shown(ResultRows rows, boolean last) {
        if (last && request.use().needsRows()) {
            return request.use().take(rows.rows(), psql);
        }
        if (!last && !showAll) {
            return true;
        }
        stream(rows);
        return rows.finish();
    }

    /** Begins to print rows. */
    void stream(ResultRows rows) {
        if (!rows.printing()) {
            OutputStream target = target();
            boolean lost = target == null && request.target() != null;
            ok &= !lost;
            rows.print(lost ? OutputStream.nullOutputStream() : table(target));
        }
    }

    /** The destination for a table: the given target, or the default without one. */
    OutputStream table(@Nullable OutputStream target) {
        return target == null ? psql.target().table() : psql.target().table(target);
    }

    /** The destination when there is no other target. */
    OutputStream plainOutput() {
        return psql.target().stream();
    }

    /** The file or pipe of the request, opened once; null without one, or when it cannot be opened, which is printed. */
    @Nullable
    OutputStream target() {
        String name = request.target();
        if (name != null && file == null) {
            try {
                file = Targets.open(name, psql);
            } catch (IOException e) {
                psql.err(String.valueOf(e.getMessage()));
            }
        }
        return file;
    }

    void close() {
        psql.target().close(file);
        file = null;
    }

    private void tag(String tag) {
        boolean html = psql.target().options().format() == Format.HTML;
        if (!psql.settings().quiet()) {
            write(plainOutput(), html ? "<p>" + tag + "</p>\n" : tag + "\n");
        }
        OutputStream log = psql.target().logFile();
        if (log != null) {
            write(log, tag + "\n");
        }
    }

    private void write(OutputStream stream, String text) {
        try {
            stream.write(ByteText.encode(text));
        } catch (IOException e) {
            psql.err(FailureReason.of(e));
        }
    }
}
