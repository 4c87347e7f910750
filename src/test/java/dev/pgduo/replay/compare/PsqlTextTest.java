package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What psql, pg_ctl and the server of PostgreSQL 15 really print, recorded in two runs of the same commands. */
class PsqlTextTest {
    @ParameterizedTest
    @CsvSource({
        "act.txt,ROW",
        "act2.txt,ROW",
        "act0.txt,ROW",
        "actx.txt,FIELD",
        "actx2.txt,FIELD",
        "actA.txt,ROW",
        "ml.txt,ROW",
        "mlx.txt,FIELD",
        "l.txt,ROW",
        "ea.txt,ROW",
        "uni.txt,ROW",
        "fn.txt,ROW",
        "x1.txt,FIELD"
    })
    void isRecognisedAsATable(String file, TableLine.Part part) {
        List<Optional<TableLine>> lines = new TableReader(true).read(Comparing.lines(text("first/" + file)));
        assertThat(lines)
                .anyMatch(line -> line.filter(found -> found.part() == part).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "act.txt",
                "act2.txt",
                "act0.txt",
                "actx.txt",
                "actx2.txt",
                "actA.txt",
                "ml.txt",
                "mlx.txt",
                "l.txt",
                "ea.txt",
                "uni.txt",
                "fn.txt",
                "x1.txt",
                "zero.txt",
                "stop.txt"
            })
    void anotherRunMatches(String file) {
        Comparison comparison = Comparing.compare(text("first/" + file), text("second/" + file));
        assertThat(comparison).as(file).isInstanceOf(Comparison.Matched.class);
    }

    @Test
    void cellsOfSeveralLinesAreTakenApart() {
        List<Optional<TableLine>> lines = new TableReader(true).read(Comparing.lines(text("first/ml.txt")));
        assertThat(lines.get(2).orElseThrow().cells()).containsExactly("a\n", "12", "Привет 表");
        assertThat(lines.get(3).orElseThrow().cells()).containsExactly("bb", "", "");
        assertThat(Capture.column("t", Comparing.lines(text("first/ml.txt")))).contains("a\nbb");
        assertThat(Capture.column("t", Comparing.lines(text("first/mlx.txt")))).contains("a\nbb");
    }

    private static String text(String file) {
        try (InputStream in = PsqlTextTest.class.getResourceAsStream(file)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
