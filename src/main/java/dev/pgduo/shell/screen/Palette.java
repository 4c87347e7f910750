package dev.pgduo.shell.screen;

import dev.pgduo.report.TerminalText;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The colours of pgduo's output; or none. */
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

    /** The kind of a piece of text. */
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

    /** Adds a colour to text from other sources, from which escape sequences are removed. */
    abstract String paint(Tint tint, String text);

    /** The text without escape sequences, except for colours of this palette. */
    public abstract String guarded(String text);

    /** Colours a prompt. */
    public String prompt(String text) {
        return paint(Tint.PROMPT, text);
    }

    /** Colours a remark of pgduo's own, which is not part of a lab file. */
    public String remark(String text) {
        return paint(Tint.NOTE, text);
    }

    /** Colours an added line in a comparison of two texts. */
    public String added(String text) {
        return paint(Tint.ADDED, text);
    }

    /** Colours a removed line. */
    public String removed(String text) {
        return paint(Tint.REMOVED, text);
    }

    /** A line of output with its margin: a session's, in which tables keep psql's width, or a program's. */
    public String output(String margin, String text) {
        return margin + line(margin.isEmpty() ? TerminalText.shown(text) : TerminalText.controlsShown(text));
    }

    /** Colours a line of output: errors, warnings, DETAIL and HINT stand out, others are only guarded. */
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
