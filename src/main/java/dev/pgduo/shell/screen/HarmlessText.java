package dev.pgduo.shell.screen;

/** Text of others for a terminal: what would steer the terminal, or turn the order of letters, is shown as it is named. */
public final class HarmlessText {
    private static final int SHIFT = 0x40;
    private static final int DELETE = 0x7f;

    private HarmlessText() {}

    /** The text on one line; a control character is a caret and a letter, a format character its code. */
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
