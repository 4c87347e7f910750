package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labs divided among processes, as a CI service does it, and put together again. */
class ShardsIT {
    private static final String PASSES =
            "---\npostgres: \"10-18\"\n---\n\nOne\n~~~\n\n    => select 1;\n     ?column? \n    ----------\n            1\n    (1 row)\n    \n";

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void write() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path labs = Files.createDirectory(directory.resolve("labs"));
        Files.writeString(labs.resolve("a.lab"), PASSES);
        Files.writeString(labs.resolve("b.lab"), PASSES.replace("10-18", "10-11"));
        Files.writeString(labs.resolve("c.lab"), PASSES.replace("       1\n", "       2\n"));
    }

    @Test
    void shardsTogetherAreTheWhole() throws Exception {
        List<String> files = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String json = directory.resolve(i + ".json").toString();
            files.add(json);
            codes.add(verify(List.of("env", "JOB_COMPLETION_INDEX=" + i), "--shard", "auto/3", "--json", json)
                    .code());
        }
        assertThat(codes).containsExactlyInAnyOrder(0, 0, 1);
        Path all = directory.resolve("all.json");
        Ran merged = merge(files, "--json", all.toString());
        assertThat(merged.code()).isEqualTo(1);
        assertThat(merged.text())
                .contains("c.lab:8: ERROR:  the output is not the expected one", "b.lab: skipped on PostgreSQL 15")
                .contains("3 labs on 1 server: 1 skip, 1 pass, 1 fail");
        Ran without = merge(files.subList(0, 2));
        assertThat(without.text()).contains("ERROR:  there is no result of shard 3 of 3");
        assertThat(without.code()).isEqualTo(1);
        assertThat(merge(List.of(files.get(0), files.get(0))).text()).contains("0.json\" is named twice");

        Path whole = directory.resolve("whole.json");
        verify(List.of(), "--json", whole.toString());
        assertThat(figures(all)).isEqualTo(figures(whole));
    }

    @Test
    void aShardOnlyVerifies() {
        String labs = directory.resolve("labs").toString();
        Ran ran = Ran.pgduo(directory.resolve("state"), "verify", labs, "--shard", "1/2", "--update");
        assertThat(ran.text()).startsWith("ERROR:  a shard only verifies\n");
        assertThat(ran.code()).isEqualTo(2);
    }

    private Ran verify(List<String> way, String... options) throws Exception {
        List<String> words =
                new ArrayList<>(List.of("verify", directory.resolve("labs").toString(), "--pg", "15"));
        words.addAll(List.of(options));
        return new PgduoProcess(directory.resolve("state")).run(way, words.toArray(String[]::new));
    }

    private Ran merge(List<String> files, String... options) {
        List<String> words = new ArrayList<>(List.of("verify", "--merge"));
        words.addAll(files);
        words.addAll(List.of(options));
        return Ran.pgduo(directory.resolve("state"), words.toArray(String[]::new));
    }

    /** Without what no two runs have in common. */
    private static String figures(Path json) throws Exception {
        return Files.readString(json).replaceAll("\"(seconds\" : [\\d.]+|hash\" : \"\\w+\")", "");
    }
}
