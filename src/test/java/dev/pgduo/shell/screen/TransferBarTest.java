package dev.pgduo.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TransferBarTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void drawsABarThatGoesAway() {
        TransferBar bar = new TransferBar(out, true);
        bar.at("unpacking PostgreSQL 18.6", 7_500_000, 15_000_000);
        assertThat(text)
                .hasToString("\runpacking PostgreSQL 18.6 [############            ]  50 %  7.5 of 15.0 MB\033[K");
        bar.ended();
        bar.ended();
        assertThat(text.toString()).endsWith("MB\033[K\r\033[K");
    }

    @Test
    void writesOneLineWhereThereIsNoTerminal() {
        TransferBar bar = new TransferBar(out, false);
        bar.at("downloading PostgreSQL 18.6", 1, 15_100_000);
        bar.at("downloading PostgreSQL 18.6", 15_100_000, 15_100_000);
        bar.ended();
        assertThat(text.toString().lines()).containsExactly("downloading PostgreSQL 18.6 (15.1 MB)");
    }
}
