package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Rounds;
import dev.pgduo.table.Column;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.Heading;
import dev.pgduo.table.LineStyle;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Printers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables as psql prints them, read back: what was in the cells is what is found. */
class PrintedTablesTest {
    private static final List<String> NAMES = List.of("n", "name", "größe", "表", "a b", "?column?", "lsn");
    private static final List<String> VALUES = List.of(
            "1", "-12.5", "x", "two words", "a\nbb", "日本", "0/3000060", "é\n\nz", "+", "(1)", "long enough to be wide");

    /** A table with how it is printed; the same for the same seed. */
    private record Printed(List<Column> columns, List<List<String>> rows, PrintOptions options) {
        static Printed of(long seed) {
            Random random = new Random(seed);
            List<Column> columns = IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(i -> new Column(NAMES.get((int) (seed + i) % NAMES.size()), random.nextInt(3) == 0))
                    .toList();
            List<List<String>> rows = new ArrayList<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                rows.add(columns.stream()
                        .map(column -> VALUES.get(random.nextInt(VALUES.size())))
                        .toList());
            }
            PrintOptions options = PrintOptions.defaults()
                    .withBorder(1 + random.nextInt(2))
                    .withExpanded(random.nextInt(3) == 0 ? Expanded.ON : Expanded.OFF)
                    .withTitle(random.nextInt(4) == 0 ? "T" : null);
            LineStyle.Kind kind = random.nextInt(3) == 0 ? LineStyle.Kind.UNICODE : LineStyle.Kind.ASCII;
            return new Printed(
                    columns, rows, options.withLineStyle(options.lineStyle().withKind(kind)));
        }

        boolean expanded() {
            return options.expanded() == Expanded.ON;
        }

        List<String> lines() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            OutputPrinter printer = Printers.open(Heading.of(columns), options, out);
            for (List<String> row : rows) {
                byte[] @Nullable [] cells = row.stream()
                        .map(cell -> cell.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
                printer.rows(List.<byte[] @Nullable []>of(cells));
            }
            printer.finish();
            return out.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<TableLine> table(List<String> lines, boolean strict) {
        return new TableReader(strict)
                .read(lines).stream().flatMap(Optional::stream).toList();
    }

    private static List<TableLine> only(List<TableLine> lines, TableLine.Part part) {
        return lines.stream().filter(line -> line.part() == part).toList();
    }

    /** The values of the rows, those of several lines joined. */
    private static List<List<String>> rows(List<TableLine> lines) {
        List<List<String>> rows = new ArrayList<>();
        boolean open = false;
        for (TableLine line : only(lines, TableLine.Part.ROW)) {
            if (open) {
                List<String> last = rows.remove(rows.size() - 1);
                rows.add(IntStream.range(0, last.size())
                        .mapToObj(i -> last.get(i) + line.cells().get(i))
                        .toList());
            } else {
                rows.add(line.cells());
            }
            open = line.cells().stream().anyMatch(cell -> cell.endsWith("\n"));
        }
        return rows;
    }

    /** The values of the records, those of several lines joined. */
    private static List<List<String>> records(List<TableLine> lines) {
        List<List<String>> records = new ArrayList<>();
        boolean open = false;
        for (TableLine line : lines) {
            if (line.part() == TableLine.Part.RECORD) {
                records.add(new ArrayList<>());
            } else if (line.part() == TableLine.Part.FIELD) {
                List<String> record = records.get(records.size() - 1);
                String before = open ? record.remove(record.size() - 1) : "";
                String cell = line.cells().get(0);
                record.add(before + cell);
                open = cell.endsWith("\n");
            }
        }
        return records;
    }

    @Test
    void theCellsAreFound() throws IOException {
        for (int seed = 0; seed < Rounds.of(3000); seed++) {
            Printed printed = Printed.of(seed);
            List<String> lines = printed.lines();
            List<TableLine> table = table(lines, true);
            assertThat(printed.expanded() ? records(table) : rows(table))
                    .as("seed %s:\n%s", seed, String.join("\n", lines))
                    .isEqualTo(printed.rows());
            assertThat(table(lines, false)).as("seed %s", seed).isEqualTo(table);
        }
    }

    @Test
    void theFrameIsFound() throws IOException {
        for (int seed = 0; seed < Rounds.of(2000); seed++) {
            Printed printed = Printed.of(seed);
            List<TableLine> table = table(printed.lines(), true);
            List<String> names = printed.columns().stream().map(Column::name).toList();
            int edges = printed.options().border() == 2 ? 1 : 0;
            if (printed.expanded()) {
                assertThat(only(table, TableLine.Part.RECORD)).hasSameSizeAs(printed.rows());
                assertThat(only(table, TableLine.Part.EDGE)).hasSize(edges);
            } else {
                assertThat(only(table, TableLine.Part.HEADER))
                        .singleElement()
                        .satisfies(line -> assertThat(line.cells()).isEqualTo(names));
                assertThat(only(table, TableLine.Part.RULER)).hasSize(1);
                assertThat(only(table, TableLine.Part.EDGE)).hasSize(2 * edges);
                assertThat(only(table, TableLine.Part.FOOTER)).hasSize(1);
                assertThat(only(table, TableLine.Part.TITLE))
                        .hasSize(printed.options().title() == null ? 0 : 1);
            }
        }
    }

    /** One column more or less in a rule, or another number of rows: psql did not print that. */
    @Test
    void aFrameThatIsWrongIsNone() throws IOException {
        for (int seed = 0; seed < Rounds.of(2000); seed++) {
            Printed printed = Printed.of(seed);
            if (printed.expanded() || printed.columns().size() == 1) {
                continue;
            }
            List<String> lines = new ArrayList<>(printed.lines());
            int footer = IntStream.range(0, lines.size())
                    .filter(i -> TableReader.rows(lines.get(i)) >= 0)
                    .findFirst()
                    .orElseThrow();
            String counted = lines.set(footer, "(77 rows)");
            assertThat(table(lines, true)).as("seed %s", seed).isEmpty();
            lines.set(footer, counted);
            int rule = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).matches("\\+?-[-+]*|[├─┼┤]+"))
                    .findFirst()
                    .orElseThrow();
            lines.set(rule, lines.get(rule).substring(1));
            assertThat(rows(table(lines, true))).as("seed %s", seed).isNotEqualTo(printed.rows());
        }
    }
}
