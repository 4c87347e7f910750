package dev.pgduo.cluster.conf;

import java.util.ArrayList;
import java.util.List;

/** Joins lines of pg_hba.conf that end with a backslash with the next ones (14 and later). */
final class HbaText {
    private HbaText() {}

    /**
     * One logical line.
     *
     * @param number the number of its first line, from 1
     * @param raw the text with backslashes and terminators
     * @param joined the text without them
     */
    record Piece(int number, String raw, String joined) {}

    static List<Piece> pieces(List<String> lines) {
        List<Piece> pieces = new ArrayList<>();
        int number = 1;
        StringBuilder raw = new StringBuilder();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            raw.append(lines.get(i));
            joined.append(content(lines.get(i)));
            if (i == lines.size() - 1 || !continues(lines.get(i))) {
                pieces.add(new Piece(number, raw.toString(), joined.toString()));
                raw.setLength(0);
                joined.setLength(0);
                number = i + 2;
            }
        }
        return pieces;
    }

    /** Whether the next line is part of the same logical line. */
    static boolean continues(String line) {
        return ended(line).endsWith("\\");
    }

    private static String content(String line) {
        String text = ended(line);
        return text.endsWith("\\") ? text.substring(0, text.length() - 1) : text;
    }

    private static String ended(String line) {
        int end = line.length();
        while (end > 0 && "\r\n".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }
}
