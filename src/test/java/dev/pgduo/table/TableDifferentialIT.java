package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.RealPsql;
import dev.pgduo.fixture.Servers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Random tables and settings, printed by the real psql 15 and by the printer. */
class TableDifferentialIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final int CASES = 2000;

    @TempDir
    Path files;

    @BeforeAll
    static void psqlIsThere() {
        if (!Servers.hasFifteen("psql")) {
            assertThat(System.getenv("CI")).as("PostgreSQL 15 is not installed").isNotEqualTo("true");
            assumeTrue(false, "PostgreSQL 15 is not installed");
        }
    }

    @Test
    void printsWhatPsqlPrints() throws IOException {
        StringBuilder script = new StringBuilder();
        for (int seed = 0; seed < CASES; seed++) {
            script.append(
                    RandomCase.of(seed).script(files.resolve(seed + ".out").toString()));
        }
        psql(script.toString());
        for (int seed = 0; seed < CASES; seed++) {
            compare(seed, Files.readString(files.resolve(seed + ".out")));
        }
    }

    private void psql(String script) throws IOException {
        Path file = files.resolve("script.sql");
        Files.writeString(file, script);
        RealPsql.Ended ended = POSTGRES.shared()
                .psql()
                .run(files, List.of("-XqAt", "-v", "ON_ERROR_STOP=1", "-f", file.toString()), "");
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private static void compare(int seed, String expected) throws IOException {
        RandomCase random = RandomCase.of(seed);
        assertThat(print(random))
                .as("seed %s, fetch count %s, %s", seed, random.fetchCount(), random.settings())
                .isEqualTo(expected);
    }

    private static String print(RandomCase random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputPrinter printer = random.fetchCount() == 0
                ? Printers.open(random.heading(), random.options(), out)
                : Printers.chunked(random.heading(), random.options(), out, random.fetchCount());
        // In two portions: they must not be seen.
        int half = random.cells().size() / 2;
        printer.rows(random.rows().subList(0, half));
        printer.rows(List.copyOf(random.rows().subList(half, random.cells().size())));
        printer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }
}
