package dev.pgduo.session.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SlashScannerTest {
    private final List<String> complaints = new ArrayList<>();

    private SlashScanner scanner(String text) {
        Variables variables = name -> name.equals("v") ? Optional.of("two words") : Optional.empty();
        return new SlashScanner(new Line(text), variables, command -> "<" + command + ">", complaints::add);
    }

    private List<String> arguments(String text) {
        SlashScanner scanner = scanner(text);
        List<String> words = new ArrayList<>();
        for (Optional<String> word = scanner.argument(); word.isPresent(); word = scanner.argument()) {
            words.add(word.get());
        }
        return words;
    }

    @Test
    void splitsAtBlanksAndUndoesQuotes() {
        assertThat(arguments(" a 'b c' 'it''s' 'x\\ty\\101\\x42' d'e f'g ``"))
                .containsExactly("a", "b c", "it's", "x\tyAB", "de fg", "<>");
        assertThat(arguments("\"Keeps quotes\" `date -u` :v :'v' :none"))
                .containsExactly("\"Keeps quotes\"", "<date -u>", "two words", "'two words'", ":none");
    }

    @Test
    void endsAtABackslash() {
        assertThat(arguments("a b\\c")).containsExactly("a", "b");
    }

    @Test
    void complainsOnceAboutAnOpenQuote() {
        assertThat(arguments("a 'b c")).containsExactly("a");
        assertThat(complaints).containsExactly("unterminated quoted string");
    }

    @Test
    void foldsNames() {
        assertThat(scanner(" MyDb").identifier()).contains("mydb");
        assertThat(scanner("\"My\"\"Db\"").identifier()).contains("My\"Db");
    }

    @Test
    void takesAPipeToTheEndOfTheLine() {
        assertThat(scanner(" | sort 'x' \\g").fileOrPipe()).contains("| sort 'x' \\g");
    }
}
