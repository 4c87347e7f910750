package dev.pgduo.session.message;

import dev.pgduo.table.DisplayWidth;

/**
 * The two lines that show the position of an error in a query: {@code LINE 2: …} and the caret under the character, cut to
 * about 60 display columns (libpq 15: {@code reportErrorPosition}).
 */
final class CaretLine {
    private static final int WIDTH = 60;
    private static final int RIGHT_MARGIN = 10;

    private final int[] characters;
    private final int[] columns;
    private final int place;
    private int first;
    private int end;
    private int line = 1;

    private CaretLine(String query, int position) {
        characters = query.codePoints().toArray();
        columns = new int[characters.length + 1];
        place = position - 1;
        measure();
        findLine();
    }

    /**
     * The lines, each with its newline; empty when the position is outside the query.
     *
     * @param position in characters, from 1
     */
    static String of(String query, int position) {
        if (position < 1 || position > query.codePointCount(0, query.length()) + 1) {
            return "";
        }
        return new CaretLine(query, position).lines();
    }

    private void measure() {
        for (int i = 0; i < characters.length; i++) {
            columns[i + 1] = columns[i] + Math.max(1, DisplayWidth.of(characters[i]));
        }
    }

    private void findLine() {
        for (int i = 0; i < place && i < characters.length; i++) {
            if (endsLine(i)) {
                first = i + 1;
                boolean secondOfPair = characters[i] == '\n' && i > 0 && characters[i - 1] == '\r';
                line += secondOfPair ? 0 : 1;
            }
        }
        end = place;
        while (end < characters.length && !endsLine(end)) {
            end++;
        }
    }

    private boolean endsLine(int i) {
        return characters[i] == '\n' || characters[i] == '\r';
    }

    private String lines() {
        int start = first;
        int stop = end;
        if (columns[end] - columns[first] > WIDTH) {
            if (columns[first] + WIDTH < columns[place] + RIGHT_MARGIN) {
                while (columns[place] + RIGHT_MARGIN < columns[stop]) {
                    stop--;
                }
                while (columns[stop] - columns[start] > WIDTH) {
                    start++;
                }
            } else {
                while (columns[stop] - columns[start] > WIDTH) {
                    stop--;
                }
            }
        }
        String label = "LINE " + line + ": " + (start > first ? "..." : "");
        String text = new String(characters, start, stop - start).replace('\t', ' ');
        int caret = label.length() + columns[place] - columns[start];
        return label + text + (stop < end ? "..." : "") + "\n" + " ".repeat(caret) + "^\n";
    }
}
