package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.Random;

/** Lines that are nearly settings, and texts of them; the same for the same seed. */
final class RandomConf {
    private static final List<String> NAMES =
            List.of("x.a", "Work_Mem", "y", "x.é", "1x", "a.b.c", "x$", "#x.a", "\t x.b", "");
    private static final List<String> PIECES = List.of(
            " ",
            " ",
            "\t",
            "\r",
            "=",
            "=",
            "'",
            "'",
            "'",
            "\\",
            "#",
            "1",
            "5",
            "0x1F",
            "MB",
            "kB",
            "e5",
            ".",
            "-",
            "+",
            "/",
            ":",
            "_",
            "a",
            "on",
            "é",
            "ж",
            "%",
            "$",
            "\"",
            "''",
            "\\'",
            "\\n",
            "\\101",
            "\\303\\251",
            "x.a");
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n");

    private final Random random;

    RandomConf(long seed) {
        this.random = new Random(seed);
    }

    /** Without a line end. */
    String line() {
        StringBuilder line = new StringBuilder(pick(NAMES));
        line.append(pick(List.of(" ", "=", " = ", "")));
        int length = random.nextInt(7);
        for (int i = 0; i < length; i++) {
            line.append(pick(PIECES));
        }
        return line.toString();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(12);
        for (int i = 0; i < lines; i++) {
            text.append(line()).append(pick(ENDS));
        }
        return random.nextInt(3) == 0 ? text.append(line()).toString() : text.toString();
    }

    String value() {
        StringBuilder value = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            value.append(pick(PIECES));
        }
        return value.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
