package dev.pgduo.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks a long line between words. */
public final class LineBreaks {
    private LineBreaks() {}

    /**
     * The line in pieces.
     *
     * @param most characters of a piece; a longer word is cut
     */
    public static List<String> of(String line, int most) {
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank > 0 ? blank : most;
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }
}
