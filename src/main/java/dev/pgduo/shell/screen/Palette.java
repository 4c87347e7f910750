package dev.pgduo.shell.screen;

/** Colours for a terminal, or none. */
public enum Palette {
    PLAIN {
        @Override
        String paint(Tint tint, String text) {
            return text;
        }
    },
    ANSI {
        @Override
        String paint(Tint tint, String text) {
            return text.isEmpty() ? text : "\u001b[" + tint.code + "m" + text + "\u001b[0m";
        }
    };

    /** What a piece of text is. */
    enum Tint {
        PROMPT("1"),
        ERROR("31"),
        WARNING("33"),
        NOTE("2"),
        ADDED("32"),
        REMOVED("31");

        private final String code;

        Tint(String code) {
            this.code = code;
        }
    }

    abstract String paint(Tint tint, String text);

    /** A prompt. */
    public String prompt(String text) {
        return paint(Tint.PROMPT, text);
    }

    /** A remark of pgduo's own, beside the transcript. */
    public String remark(String text) {
        return paint(Tint.NOTE, text);
    }

    /** A line that came, in a comparison of two texts. */
    public String added(String text) {
        return paint(Tint.ADDED, text);
    }

    /** A line that went. */
    public String removed(String text) {
        return paint(Tint.REMOVED, text);
    }

    /** A line of output: errors and their company stand out, everything else stays as it is. */
    public String line(String text) {
        if (text.startsWith("ERROR:") || text.startsWith("FATAL:") || text.startsWith("PANIC:")) {
            return paint(Tint.ERROR, text);
        }
        if (text.startsWith("WARNING:")) {
            return paint(Tint.WARNING, text);
        }
        return text.startsWith("HINT:") || text.startsWith("DETAIL:") ? paint(Tint.NOTE, text) : text;
    }
}
