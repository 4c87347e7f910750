package dev.pgduo.replay.compare;

import static dev.pgduo.replay.compare.Comparing.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureTest {
    private static final List<String> COLUMNS = List.of("pid", "a | b");

    @Test
    void columnOfTheFirstRow() {
        List<List<String>> rows = List.of(List.of("12", "x | y"), List.of("13", "z"));
        List<String> aligned = lines("SET\n" + TableText.aligned(COLUMNS, rows));
        List<String> expanded = lines(TableText.expanded(List.of("pid", "note"), rows));
        assertThat(Capture.column("pid", aligned)).contains("12");
        assertThat(Capture.column("pid", expanded)).contains("12");
        assertThat(Capture.column("note", expanded)).contains("x | y");
        assertThat(Capture.column("pid", lines("pid|t\n12|a\n(1 row)"))).contains("12");
        assertThat(Capture.column("other", aligned)).isEmpty();
        assertThat(Capture.column("pid", lines(" pid \n-----\n(0 rows)"))).isEmpty();
    }

    @Test
    void columnWithLineBreaks() {
        assertThat(Capture.column("t", lines(" t \n---\n a+\n b\n c\n(2 rows)")))
                .contains("a\nb");
        assertThat(Capture.column("t", lines(" t  \n────\n a ↵\n bb\n c\n(2 rows)")))
                .contains("a\nbb");
    }

    @Test
    void regexGroupOrWholeMatch() {
        List<String> output = List.of("starting", "slot \"s\" at 0/3000060");
        assertThat(Capture.regex("at (\\S+)", output)).contains("0/3000060");
        assertThat(Capture.regex("^slot", output)).contains("slot");
        assertThat(Capture.regex("none", output)).isEmpty();
    }
}
