package dev.pgduo.shell.screen;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** The characters for pgduo's own drawings: lines and arrows, or ASCII characters where the locale's encoding lacks them. */
public enum Strokes {
    DRAWN,
    ASCII;

    private static final String FROM = "─━╍│┌┐└┘├┤┬┴┼▶◀✗▁▂▃▄▅▆▇█…";
    private static final String TO = "-=.|+++++++++><x_..::||#~";

    /** The characters for the locale's variables; without them, UTF-8 is assumed. */
    public static Strokes of(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return locale.isEmpty() || locale.contains("utf-8") || locale.contains("utf8") ? DRAWN : ASCII;
    }

    /** A line of a drawing with these characters. */
    public String line(String drawn) {
        StringBuilder line = new StringBuilder(drawn);
        for (int i = 0; this == ASCII && i < line.length(); i++) {
            line.setCharAt(i, sign(line.charAt(i)));
        }
        return line.toString();
    }

    /** A line of a drawing with these characters, and its colours. */
    public AttributedString line(AttributedString drawn) {
        if (this == DRAWN) {
            return drawn;
        }
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int i = 0; i < drawn.length(); i++) {
            line.styled(drawn.styleAt(i), String.valueOf(sign(drawn.charAt(i))));
        }
        return line.toAttributedString();
    }

    private static char sign(char stroke) {
        int at = FROM.indexOf(stroke);
        return at < 0 ? stroke : TO.charAt(at);
    }
}
