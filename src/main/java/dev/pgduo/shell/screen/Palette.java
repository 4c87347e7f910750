package dev.pgduo.shell.screen;

import dev.pgduo.report.TerminalText;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Colours for a terminal, or none. */
public enum Palette {
    PLAIN {
        @Override
        String paint(Tint tint, String text) {
            return TerminalText.shown(text);
        }

        @Override
        public String guarded(String text) {
            return TerminalText.controlsShown(text);
        }
    },
    ANSI {
        @Override
        String paint(Tint tint, String text) {
            return text.isEmpty() ? text : "\u001b[" + tint.code + "m" + TerminalText.shown(text) + RESET;
        }

        @Override
        public String guarded(String text) {
            if (text.indexOf(ESCAPE) < 0) {
                return TerminalText.controlsShown(text);
            }
            StringBuilder guarded = new StringBuilder();
            Matcher own = OWN.matcher(text);
            int at = 0;
            while (own.find()) {
                guarded.append(TerminalText.controlsShown(text.substring(at, own.start())))
                        .append(own.group());
                at = own.end();
            }
            return guarded.append(TerminalText.controlsShown(text.substring(at)))
                    .toString();
        }
    };

    private static final char ESCAPE = '\u001b';
    private static final String RESET = "\u001b[0m";
    private static final Pattern OWN = Pattern.compile("\u001b\\[(?:0|"
            + Arrays.stream(Tint.values()).map(tint -> tint.code).collect(Collectors.joining("|")) + ")m");

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

    /** Colours text from elsewhere, in which nothing is left that a terminal obeys. */
    abstract String paint(Tint tint, String text);

    /** Text in which a terminal obeys nothing but colours that this palette may have painted. */
    public abstract String guarded(String text);

    /** A prompt. */
    public String prompt(String text) {
        return paint(Tint.PROMPT, text);
    }

    /** A remark of pgduo's own, which no lab file repeats. */
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

    /** A line of output from elsewhere behind its margin: of a session, with a table as wide as psql makes it, or a program. */
    public String output(String margin, String text) {
        return margin + line(margin.isEmpty() ? TerminalText.shown(text) : TerminalText.controlsShown(text));
    }

    /** A line of output: errors and their company stand out, everything else stays as it is. */
    public String line(String text) {
        if (text.startsWith("ERROR:") || text.startsWith("FATAL:") || text.startsWith("PANIC:")) {
            return paint(Tint.ERROR, text);
        }
        if (text.startsWith("WARNING:")) {
            return paint(Tint.WARNING, text);
        }
        return text.startsWith("HINT:") || text.startsWith("DETAIL:") ? paint(Tint.NOTE, text) : guarded(text);
    }
}
