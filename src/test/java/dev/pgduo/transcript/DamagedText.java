package dev.pgduo.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A text with one to four characters or lines changed, doubled or left out. */
final class DamagedText {
    private static final String FRAGMENTS = "%|=>- ~.'\"($*)\t\r\n:;\\{}a%";

    private DamagedText() {}

    static String of(String whole, Random random) {
        String text = whole;
        for (int n = random.nextInt(4); n >= 0; n--) {
            text = random.nextBoolean() ? byCharacter(text, random) : byLine(text, random);
        }
        return text;
    }

    private static String byCharacter(String text, Random random) {
        int at = random.nextInt(text.length());
        char c = FRAGMENTS.charAt(random.nextInt(FRAGMENTS.length()));
        int skip = random.nextInt(2);
        return text.substring(0, at) + c + text.substring(at + skip);
    }

    private static String byLine(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String line = lines.get(random.nextInt(lines.size()));
        int at = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.add(at, line);
        } else if (lines.size() > 2) {
            lines.remove(at);
        }
        return String.join("\n", lines) + " ";
    }
}
