package dev.pgduo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.process.OsCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
    private static final List<String> PIECES = List.of(
            " ", " ", "  ", "\t", "a", "b-c", "=", "'", "'", "\"", "\"", "\\", "''", "\"\"", "#", " # ", "é", "|", "&",
            ";", "<", ">", "(", ")", "`", "$", ",", "%", "x'y z'");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a b~a,b",
                "`  a   b  `~a,b",
                "`a\tb`~a,b",
                "'a b' c~a b,c",
                "\"a b\"~a b",
                "a'b'\"c\"~abc",
                "'' a~,a",
                "\"\"~``",
                "a\\ b~a b",
                "a\\'b~a'b",
                "\\#a~#a",
                "'it\\s'~it\\s",
                "\"a\\\"b\\\\c\\$d\\`e\\f\"~`a\"b\\c$d``e\\f`",
                "'$x|y'~$x|y",
                "\"a|b;c\"~a|b;c",
                "a#b~a#b",
                "a # b c~a",
                "a ''#b~a,#b"
            })
    void splits(String line, String words) {
        assertThat(ShellWords.split(line)).contains(List.of(words.split(",", -1)));
    }

    @Test
    void takesQuotesAway() {
        String line = "a 'b c'd \"e\\\"f\\g $\" \\h\\  '' i\\";
        assertThat(ShellWords.of(line))
                .isEqualTo(new ShellWords(List.of("a", "b cd", "e\"f\\g $", "h ", "", "i\\"), "", false));
        assertThat(ShellWords.split("psql -c 'select $1;'")).contains(List.of("psql", "-c", "select $1;"));
    }

    @Test
    void tellsWhichQuoteIsOpen() {
        assertThat(ShellWords.of("it's \"so").open()).isEqualTo("'");
        assertThat(ShellWords.of("\"it's").open()).isEqualTo("\"");
        assertThat(ShellWords.split("it's")).isEmpty();
    }

    @Test
    void nothingIsNoWord() {
        assertThat(ShellWords.split("")).contains(List.of());
        assertThat(ShellWords.split(" \t")).contains(List.of());
        assertThat(ShellWords.split("# only a comment")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b", "a & b", "a; b", "a < b", "a > b", "(a", "a)", "`a`", "$a", "a$b", "\"$a\"", "\"`a`\"", "'a",
                "\"a", "\"a\\\"", "\"a\\"
            })
    void leavesToAShellWhatNeedsOne(String line) {
        assertThat(ShellWords.split(line)).isEmpty();
    }

    /** What it splits, bash splits alike. */
    @Test
    void splitsAsBashDoes(@TempDir Path directory) throws IOException {
        StringBuilder script = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int seed = 0; seed < 20_000; seed++) {
            String line = line(new Random(seed));
            Optional<List<String>> words = ShellWords.split(line);
            if (words.isPresent() && !line.endsWith("\\")) {
                script.append("printf '<%s>' ").append(line).append('\n').append("echo\n");
                expected.add(words.get().isEmpty() ? "<>" : "<" + String.join("><", words.get()) + ">");
            }
        }
        Path file = Files.writeString(directory.resolve("script"), script);
        assertThat(OsCommand.of("bash", file.toString()).run().lines()).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(2_000);
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
            line.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return line.toString();
    }
}
