package dev.pgduo.lab.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A configuration file before and after a person edited it; the same for the same seed. */
final class RandomEdit {
    private static final List<String> LINES = List.of(
            "work_mem = 4MB",
            "port = 5432",
            "# one",
            "",
            "",
            "  indented = 1",
            "\ttab",
            "x = 'a\\\\b\\n'",
            "\\",
            "\\t",
            "end\\",
            "-n",
            "-e x",
            "x = '$HOME `id` \"q\"'",
            "host all \"a b\" 127.0.0.1/32 trust",
            "s = 'naïve ☃ 𝔸'",
            "old mac\rline",
            "}",
            "; d",
            "a#b",
            "%s\\n%d");

    private final Random random;
    final String before;
    final String after;

    RandomEdit(long seed) {
        random = new Random(seed);
        List<String> old = lines(random.nextInt(7));
        String end = random.nextInt(5) == 0 ? "\r\n" : "\n";
        before = text(old, end);
        after = text(edited(old), end);
    }

    private List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(LINES.get(random.nextInt(LINES.size())));
        }
        return lines;
    }

    private List<String> edited(List<String> old) {
        List<String> lines = new ArrayList<>(old);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(lines.size() + 1);
            int gone = Math.min(random.nextInt(3), lines.size() - at);
            List<String> cut = lines.subList(at, at + gone);
            List<String> moved = List.copyOf(cut);
            cut.clear();
            lines.addAll(random.nextInt(lines.size() + 1), random.nextInt(3) == 0 ? moved : lines(random.nextInt(3)));
        }
        return lines;
    }

    /** Some editors leave the last line without an end. */
    private String text(List<String> lines, String end) {
        String text = String.join(end, lines);
        return lines.isEmpty() || random.nextInt(5) == 0 ? text : text + end;
    }
}
