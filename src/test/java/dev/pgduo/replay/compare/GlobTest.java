package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    private static final List<String> PIECES = List.of("*", "?", "a", "b", "ab", "[ab]", "[!a]", "\\*", "é", "-");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "``          ~ ``     ~ true",
                "``          ~ a      ~ false",
                "*           ~ ``     ~ true",
                "**          ~ abc    ~ true",
                "a*          ~ a      ~ true",
                "a*          ~ ba     ~ false",
                "*a          ~ bca    ~ true",
                "*a          ~ bcab   ~ false",
                "a*b*c       ~ axbybc ~ true",
                "a*b*c       ~ axbyb  ~ false",
                "?           ~ é      ~ true",
                "?           ~ 😀     ~ true",
                "?           ~ ``     ~ false",
                "?           ~ ab     ~ false",
                "a?c         ~ abc    ~ true",
                "\\*         ~ *      ~ true",
                "\\*         ~ a      ~ false",
                "a\\         ~ a\\    ~ true",
                "[a-c]x      ~ bx     ~ true",
                "[a-c]x      ~ ax     ~ true",
                "[a-c]x      ~ cx     ~ true",
                "[a-c]x      ~ dx     ~ false",
                "[!a-c]      ~ b      ~ false",
                "[!a-c]      ~ d      ~ true",
                "[!a]        ~ [      ~ true",
                "[ab]        ~ ]      ~ false",
                "[^a]        ~ a      ~ false",
                "[^a]        ~ b      ~ true",
                "[]a]        ~ ]      ~ true",
                "[]a]        ~ a      ~ true",
                "[!]a]       ~ ]      ~ false",
                "[!]a]       ~ x      ~ true",
                "[a-]        ~ -      ~ true",
                "[a-]        ~ b      ~ false",
                "[-a]        ~ -      ~ true",
                "[abx-z]     ~ y      ~ true",
                "[abx-z]     ~ b      ~ true",
                "[abx-z]     ~ w      ~ false",
                "[a          ~ [a     ~ true",
                "[           ~ [      ~ true",
                "[!          ~ [!     ~ true",
                "[]          ~ []     ~ true",
                "x[a]y       ~ xay    ~ true",
                "x[a]y       ~ xy     ~ false",
                "[a][b]      ~ ab     ~ true",
            })
    void matchesWholeTexts(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern, true).matches(text)).isEqualTo(matches);
    }

    @Test
    void setsMeanThemselvesWhereThereAreNone() {
        assertThat(new Glob("[a]", false).matches("[a]")).isTrue();
        assertThat(new Glob("[a]", false).matches("a")).isFalse();
        assertThat(new Glob("[*]", false).matches("[xy]")).isTrue();
    }

    @Test
    void aLiteralMatchesItselfOnly() {
        for (String text : List.of("a*b", "[a]", "?", "\\", "x")) {
            assertThat(new Glob(Glob.literal(text), true).matches(text)).isTrue();
            assertThat(new Glob(Glob.literal(text), true).matches(text + "x")).isFalse();
        }
        assertThat(new Glob(Glob.literal("a*"), true).matches("ab")).isFalse();
    }

    /** As the regular expression does that says the same. */
    @Test
    void anyPatternIsARegularExpression() {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder glob = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                glob.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String regex = glob.toString().replace("[!", "[^").replace("?", ".").replaceAll("(?<!\\\\)\\*", ".*");
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append("ab*é-".charAt(random.nextInt(5)));
            }
            assertThat(new Glob(glob.toString(), true).matches(text.toString()))
                    .as("%s for %s", glob, text)
                    .isEqualTo(Pattern.matches(regex, text));
        }
    }
}
