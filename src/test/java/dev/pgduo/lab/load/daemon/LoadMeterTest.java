package dev.pgduo.lab.load.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.place.LineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadMeterTest {
    private static final long SECOND = 1_000_000;
    private static final long BEGIN = 1_000 * SECOND;

    private final LoadMeter meter = new LoadMeter(BEGIN);

    private void add(long end, long micros, TransactionVerdict verdict, NodeName node) {
        meter.add(new Ledger.Entry(1, BEGIN + end - micros, BEGIN + end, verdict, node));
    }

    @Test
    void findsTheLongestTimeWithoutAnAcknowledgedTransaction() {
        assertThat(meter.figures(BEGIN + 9 * SECOND, false).longest()).isEmpty();
        add(SECOND, 10, TransactionVerdict.ACKNOWLEDGED, NodeName.A);
        add(2 * SECOND, 10, TransactionVerdict.REFUSED, NodeName.A);
        add(3 * SECOND, 10, TransactionVerdict.UNKNOWN, NodeName.A);
        add(5 * SECOND, 10, TransactionVerdict.ACKNOWLEDGED, NodeName.B);
        add(6 * SECOND, 10, TransactionVerdict.ACKNOWLEDGED, NodeName.B);
        LoadFigures figures = meter.figures(BEGIN + 7 * SECOND, false);
        assertThat(figures.longest()).contains(new LoadFigures.Gap(BEGIN + SECOND, BEGIN + 5 * SECOND));
        assertThat(figures.node()).contains(NodeName.B);
        assertThat(figures.counts()).isEqualTo(new LoadFigures.Counts(3, 1, 1));
        assertThat(meter.figures(BEGIN + 16 * SECOND, false).longest())
                .as("one that goes on")
                .contains(new LoadFigures.Gap(BEGIN + 6 * SECOND, BEGIN + 16 * SECOND));
        assertThat(meter.figures(BEGIN + 16 * SECOND, true).longest().map(LoadFigures.Gap::micros))
                .as("the end of the load is no gap")
                .contains(4 * SECOND);
    }

    @Test
    void countsTheLastWholeSecond() {
        for (int tenth = 0; tenth < 20; tenth++) {
            add(tenth * SECOND / 10, 2_000, TransactionVerdict.ACKNOWLEDGED, NodeName.A);
            add(tenth * SECOND / 10, 4_000, TransactionVerdict.ACKNOWLEDGED, NodeName.A);
        }
        LoadFigures figures = meter.figures(BEGIN + 2 * SECOND, false);
        assertThat(figures.second().tps()).isEqualTo(20);
        assertThat(figures.second().latency()).isEqualTo(3);
        assertThat(figures.brief()).isEqualTo("load 20 tps 3.0 ms");
        assertThat(meter.figures(BEGIN + 60 * SECOND, false).second()).isEqualTo(new LoadFigures.Pace(0, 0));
    }

    @Test
    void knowsWhatMostHaveNotExceeded() {
        for (int i = 1; i <= 100; i++) {
            add(i, i * 1_000L, TransactionVerdict.ACKNOWLEDGED, NodeName.A);
        }
        LoadFigures.Latency latency = meter.figures(BEGIN + SECOND, false).latency();
        assertThat(latency.average()).isEqualTo(50.5);
        assertThat(latency.most()).isCloseTo(95, within(2.0));
    }

    @Test
    void saysWhyThereIsNoConnectionUntilThereIsOne() {
        meter.obstacle("refused\nfor good");
        assertThat(meter.figures(BEGIN, false).words().obstacle()).isEqualTo("refused");
        add(SECOND, 1, TransactionVerdict.ACKNOWLEDGED, NodeName.A);
        assertThat(meter.figures(BEGIN, false).words().obstacle()).isEmpty();
    }

    @Test
    void figuresPassThroughTheirFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("figures");
        assertThat(LineFile.read(file)).isEmpty();
        add(SECOND, 10, TransactionVerdict.ACKNOWLEDGED, NodeName.A);
        add(3 * SECOND, 10, TransactionVerdict.ACKNOWLEDGED, NodeName.B);
        meter.refused("ERROR:  no\tway");
        LoadFigures figures = meter.figures(BEGIN + 4 * SECOND, true);
        try (LineFile written = LineFile.create(file)) {
            written.write(figures.line());
            assertThat(LineFile.read(file).flatMap(LoadFigures::parse).map(LoadFigures::line))
                    .isEqualTo(Optional.of(figures.line()));
        }
        Files.writeString(file, Files.readString(file).replace("ERROR", "errer"));
        assertThat(LineFile.read(file)).as("half of it is another's").isEmpty();
    }
}
