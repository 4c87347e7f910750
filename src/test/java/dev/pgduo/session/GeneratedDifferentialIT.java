package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and print settings from a seeded generator go through real psql and a session: the bytes must be equal. */
final class GeneratedDifferentialIT {
    private static final int STATEMENTS = 400;
    private static final List<String> VALUES = List.of(
            "1",
            "-5",
            "null",
            "1.5",
            "'abc'",
            "'a|b'",
            "E'line1\\nline2'",
            "E'tab\\there'",
            "'日本語'",
            "'é'",
            "'<b>&\"x\"'",
            "E'back\\\\slash'",
            "true",
            "'{1,2}'::int[]",
            "'x'::bytea",
            "E'\\r'",
            "''",
            "repeat('long ',12)",
            "'a,b'",
            "'it''s \"q\"'",
            "1234567.89",
            "1e10::float8",
            "date '2020-01-01'",
            "E'\\x01'",
            "'👍🏽'",
            "E'e\\u0301'",
            "int4range(1,5)",
            "'#*_{}%$~^'",
            "E'a\\n\\nb'",
            "' lead'",
            "'trail '");
    private static final List<String> COLUMNS =
            List.of("a", "b", "\"Col\"", "\"long column name here\"", "\"multi\nline\"", "\"ü\"", "c");
    private static final List<String> SETTINGS = List.of(
            "format aligned",
            "format unaligned",
            "format wrapped",
            "format csv",
            "format html",
            "format asciidoc",
            "format latex",
            "format latex-longtable",
            "format troff-ms",
            "border 0",
            "border 1",
            "border 2",
            "border 3",
            "linestyle ascii",
            "linestyle old-ascii",
            "linestyle unicode",
            "expanded on",
            "expanded off",
            "expanded auto",
            "null '(null)'",
            "null ''",
            "columns 0",
            "columns 20",
            "columns 40",
            "fieldsep ','",
            "fieldsep_zero",
            "recordsep '\\n'",
            "recordsep '--'",
            "footer on",
            "footer off",
            "tuples_only on",
            "tuples_only off",
            "title 'My title'",
            "title",
            "tableattr 'x=\"1\"'",
            "tableattr",
            "numericlocale on",
            "numericlocale off",
            "unicode_border_linestyle double",
            "unicode_header_linestyle double",
            "unicode_column_linestyle double",
            "csv_fieldsep ';'",
            "foo 1",
            "format a");

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = POSTGRES.shared();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void printsWhatPsqlPrints(long seed) throws IOException {
        String script = script(new Random(seed));
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), SessionHost.bare())) {
            session.run(script, output);
        }

        assertThat(output.text()).isEqualTo(server.psql().script(script));
    }

    private static String script(Random random) {
        return IntStream.range(0, STATEMENTS)
                .mapToObj(i -> "\\echo " + i + "\n" + settings(random) + statement(random) + "\n")
                .collect(Collectors.joining());
    }

    private static String settings(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> "\\pset " + one(SETTINGS, random) + "\n")
                .collect(Collectors.joining());
    }

    private static String statement(Random random) {
        String columns = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> one(VALUES, random) + " as " + one(COLUMNS, random))
                .collect(Collectors.joining(", "));
        String rows = random.nextInt(4) == 0 ? "" : " from generate_series(1, " + random.nextInt(4) + ")";
        List<String> ends =
                List.of(";", ";", ";", " \\gx", " \\g (format=csv)", " \\g (border=2 expanded=on)", " \\gdesc");
        return "select " + columns + rows + one(ends, random);
    }

    private static String one(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
