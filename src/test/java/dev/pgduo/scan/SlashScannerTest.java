package dev.pgduo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlashScannerTest {
    private final List<String> complaints = new ArrayList<>();

    private SlashScanner scanner(String text) {
        Map<String, String> values =
                Map.of("v", "two words", "semi", "a;", "plain", "a/b", "lines", "a\nb", "cr", "a\rb");
        Variables variables = name -> Optional.ofNullable(values.get(name));
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

    @Test
    void readsTheNameAndWhatIsLeft() {
        SlashScanner scanner = scanner("echo  a  b ");
        assertThat(scanner.name()).isEqualTo("echo");
        assertThat(scanner.wholeLine()).isEqualTo("a  b ");
        assertThat(scanner("d\\echo").name()).isEqualTo("d");
        assertThat(scanner("").name()).isEmpty();
    }

    @Test
    void aDoubleBackslashEndsACommand() {
        SlashScanner scanner = scanner("a\\\\ select");
        assertThat(scanner.argument()).contains("a");
        assertThat(scanner.argument()).isEmpty();
        scanner.end();
        assertThat(scanner.wholeLine()).isEqualTo("select");
        SlashScanner single = scanner("a\\b");
        single.argument();
        single.end();
        assertThat(single.wholeLine()).isEqualTo("\\b");
    }

    /** And whether the last part of the argument was in quotes, or a variable. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "none",
            value = {
                "a|a|false",
                "a;;|a|false",
                ";a;|;a|false",
                ";;|none|false",
                "';'|;|true",
                "a';'|a;|true",
                "'a;';|a;|true",
                "a;'';|a;|true",
                "\"a;\"|\"a;\"|true",
                "`a;`;|<a;>|true",
                ":semi|a;|true",
                ":semi;|a;|true",
                ":missing;|:missing|true",
                ":{?v}|TRUE|false",
                ":{?missing};|FALSE|false",
                ":|:|false",
                ":;|:|false",
                ":'semi'|'a;'|true",
                "'a\\0b'c|a|true",
                "''|~~|true",
                "''x|x|true",
                "x;`y`;z;|x;<y>;z|true",
            })
    void takesSemicolonsOffTheEnd(String text, String word, boolean quoted) {
        SlashScanner scanner = scanner(" " + text);
        assertThat(scanner.stripped()).isEqualTo(Optional.ofNullable(word));
        assertThat(scanner.wasQuoted()).isEqualTo(quoted);
        assertThat(scanner(" " + text).fileOrPipeStripped()).isEqualTo(Optional.ofNullable(word));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "none",
            value = {"Db;|Db", "\"-\"|-", "-|none", "\"D\"\"b\"|D\"b", "\"\"|~~", "''|~~", ";|none", "~~|none"})
    void aBareDashIsNoConnectionWord(String text, String word) {
        assertThat(scanner(text).connectionWord()).isEqualTo(Optional.ofNullable(word));
    }

    @Test
    void takesAPipeWithItsSemicolon() {
        assertThat(scanner("  | less;").fileOrPipeStripped()).contains("| less;");
        assertThat(scanner("  f;").fileOrPipe()).contains("f;");
    }

    /** Octets beyond ASCII are what {@link dev.pgduo.table.ByteText} writes as single bytes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a\\qb|aqb",
                "\\b\\f\\r\\n\\t|~\b\f\r\n\t~",
                "\\1011|A1",
                "\\1|~\u0001~",
                "\\8|8",
                "\\x4g|~\u0004g~",
                "\\x414|A4",
                "\\x|x",
                "\\xff|~\udcff~",
                "\\x80|~\udc80~",
                "\\x7f|~\u007f~",
                "\\777|~\udcff~",
                "\\\\|~\\~",
                "\\'x''y|'x'y",
            })
    void undoesEscapes(String inside, String word) {
        assertThat(scanner("'" + inside + "'").argument()).contains(word);
    }

    @Test
    void putsVariablesIntoCommands() {
        assertThat(arguments("`echo :v :plain :none`")).containsExactly("<echo two words a/b :none>");
        assertThat(arguments("`echo :'v' :'plain' :'none'`")).containsExactly("<echo 'two words' a/b :'none'>");
        assertThat(arguments("`echo :\"v\" :{?v} ':v' :`")).containsExactly("<echo :\"v\" :{?v} 'two words' :>");
        assertThat(complaints).isEmpty();
    }

    @Test
    void doesNotPutLinesIntoCommands() {
        assertThat(arguments("`echo :'lines' :lines`")).containsExactly("<echo :'lines' a\nb>");
        assertThat(arguments("`:'cr'`")).containsExactly("<:'cr'>");
        assertThat(complaints)
                .containsExactly(
                        "shell command argument contains a newline or carriage return: \"a\nb\"",
                        "shell command argument contains a newline or carriage return: \"a\rb\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"a `b", "a \"b", "a 'b\\", "a '", "a `", "a \""})
    void anOpenQuoteEndsTheArguments(String text) {
        assertThat(arguments(text)).containsExactly("a");
        assertThat(complaints).containsExactly("unterminated quoted string");
    }

    @Test
    void goesOnAfterAnOpenQuote() {
        SlashScanner scanner = scanner("'a");
        assertThat(scanner.argument()).isEmpty();
        assertThat(scanner.argument()).isEmpty();
        assertThat(complaints).hasSize(1);
    }

    @Test
    void separatesAtAllBlanks() {
        assertThat(arguments("a\tb\nc\rd\fe")).containsExactly("a", "b", "c", "d", "e");
        assertThat(arguments("a\u000bb")).containsExactly("a\u000bb");
    }
}
