package dev.pgduo.lab.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/pair.md has the table of verdicts as the program has it. */
class PairDocTest {
    @Test
    void theTableIsTheProgramsOwn() throws Exception {
        String rows = Stream.of(Situation.values()).map(PairDocTest::row).collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("docs/pair.md"))).contains(rows);
    }

    private static String row(Situation situation) {
        String next = situation.steps().stream()
                .map(step -> "`" + step.command() + "`"
                        + (step.when().words().isEmpty()
                                ? ""
                                : " (" + step.when().words() + ")"))
                .collect(Collectors.joining(", "));
        return "| " + situation.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | " + situation.words() + " | "
                + (next.isEmpty() ? "—" : next) + " |";
    }
}
