package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample tables in every format, against what psql 15 printed (see {@code regenerate.py}). */
class GoldenTableTest {
    static Stream<String> options() throws IOException {
        return SampleTable.resource("options.txt").lines().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void printsAsPsql(String line) throws IOException {
        String name = line.split(" ", 2)[0];
        PrintOptions options = Pset.parse(line.substring(name.length()).strip());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        for (SampleTable table : SampleTable.all()) {
            printed.write(table.print(options));
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(SampleTable.resource("golden/" + name + ".out"));
    }
}
