package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintersTest {
    private static final Heading NUMBERS = Heading.of(List.of(Column.of("n", 23), Column.of("t", 25)));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[] @Nullable []> rows(int from, int to) {
        List<byte[] @Nullable []> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(new byte[][] {bytes(String.valueOf(i)), bytes("t" + i)});
        }
        return rows;
    }

    private static String print(Heading heading, PrintOptions options, int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputPrinter printer = Printers.open(heading, options, out);
        printer.rows(rows(0, rows));
        printer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void givenFootersReplaceTheNumberOfRows() throws IOException {
        Heading heading = NUMBERS.withTitle("Numbers").withFooters(List.of("Indexes:", "    \"i\""));
        assertThat(print(heading, PrintOptions.defaults().withTitle("other"), 1))
                .isEqualTo("Numbers\n n | t  \n---+----\n 0 | t0\nIndexes:\n    \"i\"\n\n");
    }

    @Test
    void expandedFallsBackToTheTerminalWidth() throws IOException {
        PrintOptions options = PrintOptions.defaults().withExpanded(Expanded.AUTO);
        assertThat(print(NUMBERS, options.withWidth(new PageWidth(0, 7)), 1)).startsWith("-[ RECORD 1 ]\nn | 0\n");
        assertThat(print(NUMBERS, options.withWidth(new PageWidth(0, 8)), 1)).startsWith(" n | t  \n");
    }

    @Test
    void recordHeadersMayBeAsNarrowAsTheNames() throws IOException {
        PrintOptions options = PrintOptions.defaults()
                .withExpanded(Expanded.ON)
                .withHeaderWidth(new HeaderWidth(HeaderWidth.Kind.COLUMN, 0));
        Heading heading = Heading.of(List.of(Column.of("a rather long name", 25), Column.of("b", 25)));
        assertThat(print(heading, options, 1)).startsWith("-[ RECORD 1 ]------+\na rather long name | 0\n");
    }

    @Test
    void unalignedWritesBeforeTheEnd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputPrinter printer = Printers.open(NUMBERS, PrintOptions.defaults().withFormat(Format.UNALIGNED), out);
        printer.rows(rows(0, 50_000));
        assertThat(out.size()).isGreaterThan(300_000);
    }

    @Test
    void cellsSurviveManyBlocks() throws IOException {
        String printed = print(NUMBERS, PrintOptions.defaults(), 200_000);
        assertThat(printed).contains("\n      0 | t0\n").contains("\n 199999 | t199999\n(200000 rows)\n");
        assertThat(printed.lines()).hasSize(200_004);
    }

    @Test
    void refusesARowOfAnotherWidth() {
        OutputPrinter printer = Printers.open(NUMBERS, PrintOptions.defaults(), new ByteArrayOutputStream());
        List<byte[] @Nullable []> narrow = List.<byte[] @Nullable []>of(new byte[][] {bytes("1")});
        assertThatThrownBy(() -> printer.rows(narrow)).hasMessage("row of 1 cells for 2 columns");
    }

    /** psql 16's {@code \\pset xheader_width}: a number of columns, the page's, or the longest value's. */
    @ParameterizedTest
    @CsvSource({
        "EXACT, 20, 0, '* Record 1          '",
        "EXACT, 20, 1, '-[ RECORD 1 ]+------'",
        "EXACT, 24, 2, '+-[ RECORD 1 ]-+-------+'",
        "EXACT, 5, 1, '-[ RECORD 1 ]+-'",
        "EXACT, 90, 1, '-[ RECORD 1 ]+-------------------------------'",
        "PAGE, 0, 1, '-[ RECORD 1 ]+----'",
        "FULL, 0, 1, '-[ RECORD 1 ]+-------------------------------'"
    })
    void recordHeadersMayHaveAWidth(HeaderWidth.Kind kind, int limit, int border, String header) throws IOException {
        PrintOptions options = PrintOptions.defaults()
                .withExpanded(Expanded.ON)
                .withBorder(border)
                .withWidth(new PageWidth(18, 0))
                .withHeaderWidth(new HeaderWidth(kind, limit));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputPrinter printer =
                Printers.open(Heading.of(List.of(Column.of("n", 23), Column.of("a name of 12", 25))), options, out);
        printer.rows(List.<byte[] @Nullable []>of(new byte[][] {bytes("1"), bytes("x".repeat(30))}));
        printer.finish();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).first().isEqualTo(header);
    }
}
