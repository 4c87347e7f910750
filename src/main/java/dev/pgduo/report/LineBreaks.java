package dev.pgduo.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks a long line between words. */
public final class LineBreaks {
    private LineBreaks() {}

    /**
     * The pieces of a line.
     *
     * @param most the largest length of a piece in characters; a longer word is split
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
