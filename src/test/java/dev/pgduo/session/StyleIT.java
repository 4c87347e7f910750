package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.version.PsqlStyle;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which psql's output a session prints, and how it is chosen. */
final class StyleIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = POSTGRES.shared();
    }

    private static String run(PsqlStyle style, String script) {
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), SessionHost.bare())) {
            session.style(style);
            session.run(script, output);
        }
        return output.text();
    }

    @Test
    void isChosenByASetting() {
        assertThat(run(PsqlStyle.STANDARD, "\\pset psql_style\n\\pset psql_style 17\n\\pset psql_style server\n"))
                .isEqualTo(
                        "Output style is that of psql 15.\nOutput style is that of psql 17.\nOutput style is that of psql 15, the server's own.\n");
        assertThat(run(
                        PsqlStyle.of("18"),
                        "\\set QUIET on\n\\pset psql_style 16\n\\set QUIET off\n\\pset psql_style\n"))
                .isEqualTo("Output style is that of psql 16.\n");
    }

    @Test
    void staysWhatItIsWhenThereIsNoSuchStyle() {
        assertThat(run(PsqlStyle.of("16"), "\\pset psql_style 14\n\\pset psql_style\n"))
                .isEqualTo(
                        "\\pset: allowed psql styles are 15, 16, 17, 18, server\nOutput style is that of psql 16.\n");
    }

    @Test
    void isNotListedAmongPsqlsOwnSettings() {
        String fifteen = run(PsqlStyle.STANDARD, "\\pset\n");
        assertThat(fifteen)
                .doesNotContain("psql_style", "xheader_width")
                .contains("\nunicode_header_linestyle single\n");
        assertThat(run(PsqlStyle.SERVER, "\\pset\n")).isEqualTo(fifteen);
        assertThat(run(PsqlStyle.of("16"), "\\pset\n")).isEqualTo(fifteen + "xheader_width            full\n");
    }
}
