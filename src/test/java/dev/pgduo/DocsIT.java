package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the documentation do what it says: they run, and do not fail. */
class DocsIT {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    Path state;

    static List<String> commandLines() throws IOException {
        return Docs.commands("./pgduo");
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void runs(String line) throws IOException {
        String[] words = WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
        Ran ran = Ran.pgduo(state, words);
        assertThat(ran.code()).as(ran.text()).isZero();
        String shown = Docs.outputs().get(line);
        if (shown != null) {
            assertThat(anyTime(ran.text())).endsWith(anyTime(shown));
        }
    }

    /** Versions and seconds are those of the day on which the page was written. */
    private static String anyTime(String text) {
        return text.replaceAll("[0-9]+\\.[0-9]+", "N");
    }

    @Test
    void runsTheLabCommandsInTheirOrder() throws IOException {
        List<String> words = new ArrayList<>();
        Docs.commands("lab> ").forEach(line -> words.addAll(List.of("-c", line)));
        Ran ran = Ran.pgduo(
                state, Stream.concat(Stream.of("--echo"), words.stream()).toArray(String[]::new));
        assertThat(ran.code()).as(ran.text()).isZero();
        assertThat(ran.text()).endsWith("removed " + state.resolve("lab") + "\n");
    }

    /** Those of docs/commands.md. */
    @Test
    void theCommandsExamplesPrintWhatTheySay() {
        Ran ran = Ran.pgduo(state, "verify", "--pg", "15", Examples.LAB.toString());
        assertThat(ran.code()).as(ran.text()).isZero();
    }
}
