package dev.pgduo.lab.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.session.PsqlSession;
import dev.pgduo.session.host.SessionHost;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session's thread. */
class SessionThreadIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    /** As {@code \destroy} does, which has to wait for the servers afterwards. */
    @Test
    void aCommandThatClosesItsOwnSessionIsNotInterrupted() throws IOException {
        try (SessionThread thread = new SessionThread(
                "session 1", PsqlSession.open(POSTGRES.shared().endpoint(), SessionHost.bare()))) {
            assertThat(thread.<Boolean>ask(session -> {
                        thread.close();
                        return Thread.currentThread().isInterrupted();
                    }))
                    .isFalse();
        }
    }
}
