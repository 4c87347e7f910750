package dev.pgduo.shell.stage;

import java.io.PrintWriter;

/**
 * Types as a person does; after any key, the rest is printed at once.
 *
 * @param speed letters per second; 0 for all at once
 */
public record Typist(Keys keys, PrintWriter out, int speed) {
    private static final double LONGEST = 2.0;

    /** Types a line without its end; returns whether a key was pressed. */
    public boolean type(String text, boolean hurried) {
        boolean hurry = hurried || speed == 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            out.print(Character.toChars(text.codePointAt(i)));
            if (!hurry) {
                out.flush();
                hurry = keys.read(pause(text, i)) != Key.NONE;
            }
        }
        out.flush();
        return hurry;
    }

    /** The pause after a character in milliseconds; a longer one after a word. */
    private long pause(String text, int index) {
        double beat = 1000.0 / speed;
        boolean word = text.charAt(index) == ' ';
        return Math.max(1, Math.round(word ? beat * LONGEST : beat * (0.7 + 0.06 * (index * 7 % 11))));
    }
}
