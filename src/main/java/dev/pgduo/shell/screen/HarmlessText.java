package dev.pgduo.shell.screen;

/**
 * Makes text from other sources safe for a terminal: control characters and characters that change the order of text are
 * replaced by visible names.
 */
public final class HarmlessText {
    private static final int SHIFT = 0x40;
    private static final int DELETE = 0x7f;

    private HarmlessText() {}

    /** The text on one line; a control character is shown as a caret and a letter, a format character as its code. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < ' ' || c == DELETE) {
                shown.append('^').append((char) (c ^ SHIFT));
            } else if (isFormat(c)) {
                shown.append(String.format("<U+%04X>", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isFormat(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
