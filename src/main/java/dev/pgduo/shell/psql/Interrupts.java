package dev.pgduo.shell.psql;

import dev.pgduo.session.prompt.PromptText;
import dev.pgduo.session.query.Psql;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import org.jline.utils.Signals;

/** Handles Ctrl-C at psql's prompts: cancels the running statement, or discards the typed text. */
final class Interrupts {
    private final Psql psql;
    private final StandardOutput output;
    private volatile boolean reading;

    Interrupts(Psql psql, StandardOutput output) {
        this.psql = psql;
        this.output = output;
    }

    /** Installs the signal handler. */
    void install() {
        Signals.register("INT", this::pressed);
    }

    /** Sets whether the program is waiting for a line. */
    void reading(boolean now) {
        reading = now;
    }

    /** Handles Ctrl-C. */
    void pressed() {
        if (reading) {
            output.out("\n");
            forget();
            output.out(PromptText.next(psql));
            output.flush();
        } else {
            cancel();
        }
    }

    /** Discards the incomplete statement. */
    void forget() {
        if (!psql.frame().conditions().isEmpty()) {
            psql.err("\\if: escaped");
            psql.frame().conditions().close();
        }
        psql.frame().reset();
    }

    private void cancel() {
        WireConnection connection = psql.connection();
        psql.cancellation().ask();
        try {
            if (connection == null) {
                psql.cancellation().unsent();
            } else {
                connection.cancel();
            }
        } catch (IOException e) {
            psql.cancellation().unsent();
            output.err("Could not send cancel request: " + e.getMessage() + "\n");
        }
    }
}
