package dev.pgduo.shell.prompt;

/** Tracks whether the cursor is at the beginning of a row, as far as a program's output tells. Not thread-safe. */
final class CursorColumn {
    private enum Part {
        TEXT,
        ESCAPE,
        SEQUENCE,
        TITLE
    }

    private Part part = Part.TEXT;
    private final StringBuilder parameters = new StringBuilder();
    private boolean first = true;
    private boolean before = true;

    /** A program has written these bytes. */
    void written(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            written((char) (bytes[i] & 0xff));
        }
    }

    /** Whether nothing is before the cursor in its row. */
    boolean first() {
        return first;
    }

    private void written(char c) {
        switch (part) {
            case TEXT -> text(c);
            case ESCAPE -> {
                part = c == '[' ? Part.SEQUENCE : c == ']' ? Part.TITLE : Part.TEXT;
                parameters.setLength(0);
            }
            case SEQUENCE -> {
                if (c >= '@' && c <= '~') {
                    part = Part.TEXT;
                    obey(c, parameters.toString());
                } else {
                    parameters.append(c);
                }
            }
            case TITLE -> part = c == '\u0007' ? Part.TEXT : c == '\u001b' ? Part.ESCAPE : Part.TITLE;
        }
    }

    private void text(char c) {
        if (c == '\u001b') {
            part = Part.ESCAPE;
        } else if (c == '\r') {
            first = true;
        } else if (c >= ' ') {
            first = false;
        }
    }

    private void obey(char last, String what) {
        boolean otherScreen = what.matches("\\?(?:1049|1047|47)");
        if (otherScreen && last == 'h') {
            before = first;
        } else if (otherScreen && last == 'l') {
            first = before;
        } else if (last == 'H' || last == 'f') {
            first = what.matches("(?:\\d*;)?[01]?|\\d+");
        } else if (last == 'C') {
            first = false;
        }
    }
}
