package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.WireConnection;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code \watch}: repeats a query until it fails or is canceled (psql 15: {@code do_watch}). */
public final class Repetition {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);

    /**
     * The interval and the end of the repetition.
     *
     * @param seconds the time from the end of one run to the begin of the next, 0 or more
     * @param count the largest number of runs
     * @param rows the number of rows below which it ends
     */
    public record Limits(double seconds, long count, long rows) {}

    private final Psql psql;
    private final String query;
    private final Limits limits;
    private long received;

    public Repetition(Psql psql, String query, Limits limits) {
        this.psql = psql;
        this.query = query;
        this.limits = limits;
    }

    /** Runs it; returns whether it did not end with an error. */
    public boolean run() {
        Duration pause = Duration.ofNanos((long) (limits.seconds() * 1e9));
        boolean ok = once();
        for (long run = 1; ok && run < limits.count() && received >= limits.rows(); run++) {
            if (!psql.cancellation().elapsed(pause)) {
                break;
            }
            ok = once();
        }
        psql.output().out("\n");
        psql.output().flush();
        psql.request(Request.PLAIN);
        return ok;
    }

    private boolean once() {
        WireConnection connection = psql.connection();
        if (connection == null) {
            psql.err("You are currently not connected to a database.");
            return true;
        }
        psql.request(Request.printed(null, psql.settings().print().withTitle(title())));
        Exchange exchange = new Exchange(psql, query);
        try {
            connection.query(query, exchange);
            boolean ok = exchange.end();
            received = exchange.received();
            psql.output().flush();
            if (psql.settings().timing()) {
                psql.output().out(Timing.line(exchange.elapsed()));
            }
            psql.output().pause();
            return ok;
        } catch (ConnectionLost e) {
            psql.log().info(ConnectionLost.WORDS);
            QuerySender.lost(psql);
            return false;
        }
    }

    private String title() {
        @Nullable String own = psql.settings().print().title();
        String time = TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + " (every " + number() + "s)\n";
        return own == null ? time : own + "\t" + time;
    }

    /** The number of seconds in the format of C's {@code %g}. */
    private String number() {
        String text = String.format(Locale.ROOT, "%.6g", limits.seconds());
        return text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", "");
    }
}
