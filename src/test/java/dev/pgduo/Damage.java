package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/**
 * Damages texts that a parser can read, and asks the parser for a value or an error that it declares: never another exception,
 * an overflow of the stack, or no answer at all. The same seed does the same damage.
 */
public final class Damage {
    /** As many as a build has time for; more with {@code -Dpgduo.damage.rounds}. */
    private static final int ROUNDS = Integer.getInteger("pgduo.damage.rounds", 300);

    private static final int DEEP = 6000;
    private static final int LONG = 60_000;
    /** For one text, also on a busy machine: what takes seconds by itself is found. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<String> SPLINTERS = List.of(
            "99999999999999999999",
            "-1",
            "2147483648",
            "1e999",
            "\0",
            "\u001b[31m",
            "\ufffd",
            "\ud800",
            "\u202e",
            "\ufeff",
            "\r",
            "\n",
            "\r\n",
            "\t",
            "'",
            "\"",
            "`",
            "\\",
            "\\9",
            "\\x",
            "$(id)",
            "${",
            "%if ",
            "%end",
            "((",
            "{",
            "[",
            "]",
            "*&a",
            "<<: ",
            "---\n",
            "..",
            "/",
            "=",
            ":",
            ",",
            ";",
            "--",
            "/*",
            "$$",
            "E'",
            "é",
            "\ud83d\ude00",
            " ",
            "%",
            "%%",
            "@",
            "#");
    private static final List<String> OPENERS =
            List.of("(", "[", "{", "\"", "'", "-", "- ", "/*", "\\", "not ", "*", "$$", "a=", "1,");

    private final Random random;

    private Damage(long seed) {
        this.random = new Random(seed);
    }

    /** A parser that may throw what it declares. */
    public interface Parser {
        void read(String text) throws Exception;
    }

    /**
     * Asks the parser about each of the texts, and about damaged ones.
     *
     * @param declared what it may throw
     */
    public static void ask(List<String> texts, Set<Class<? extends Exception>> declared, Parser parser) {
        Damage damage = new Damage(texts.hashCode());
        for (int i = 0; i < ROUNDS; i++) {
            String text = texts.get(i % texts.size());
            String asked = i < texts.size() ? text : damage.damaged(text);
            Assertions.assertTimeoutPreemptively(
                    PATIENCE, () -> ask(asked, declared, parser), () -> "no answer to " + shown(asked));
        }
    }

    private static void ask(String text, Set<Class<? extends Exception>> declared, Parser parser) {
        try {
            parser.read(text);
        } catch (Exception | StackOverflowError e) {
            if (declared.stream().noneMatch(type -> type.isInstance(e))) {
                fail("undeclared answer to " + shown(text), e);
            }
            assertThat(e.getMessage()).as(shown(text)).isNotBlank();
        }
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder("\"");
        String cut = text.length() > 400 ? text.substring(0, 400) + "… (" + text.length() + ")" : text;
        cut.chars().forEach(c -> shown.append(c < ' ' || c > '~' ? String.format("\\u%04x", c) : "" + (char) c));
        return shown.append('"').toString();
    }

    private String damaged(String text) {
        String damaged = text;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            damaged = once(damaged);
        }
        return damaged;
    }

    private String once(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(Math.min(text.length() - from, 40) + 1);
        String before = text.substring(0, from);
        String slice = text.substring(from, to);
        String after = text.substring(to);
        int kind = random.nextInt(100);
        if (kind < 12) {
            return before;
        }
        if (kind < 24) {
            return before + after;
        }
        if (kind < 36) {
            return before + slice + slice + after;
        }
        if (kind < 50) {
            return before
                    + (char) (slice.isEmpty() ? random.nextInt(256) : slice.charAt(0) ^ (1 << random.nextInt(8)))
                    + text.substring(Math.min(text.length(), from + 1));
        }
        if (kind < 90) {
            return before + SPLINTERS.get(random.nextInt(SPLINTERS.size())) + slice + after;
        }
        if (kind < 95) {
            return before + OPENERS.get(random.nextInt(OPENERS.size())).repeat(DEEP) + slice + after;
        }
        return before + (slice.isEmpty() ? "x" : slice).repeat(LONG / Math.max(1, slice.length())) + after;
    }

    /** Words of a line, as a shell would give them to a program. */
    public static List<String> words(String text) {
        return new ArrayList<>(List.of(text.split(" ", -1)));
    }
}
