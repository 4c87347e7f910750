package dev.pgduo.shell.screen;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What pgduo's own drawings are made of: lines and arrows, or the signs of ASCII where the locale has no others. */
public enum Strokes {
    DRAWN,
    ASCII;

    private static final String FROM = "─━╍│┌┐└┘├┤┬┴┼▶◀✗▁▂▃▄▅▆▇█…";
    private static final String TO = "-=.|+++++++++><x_..::||#~";

    /** As the variables of the locale say it; where they say nothing, a terminal of today is meant. */
    public static Strokes of(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return locale.isEmpty() || locale.contains("utf-8") || locale.contains("utf8") ? DRAWN : ASCII;
    }

    /** A line of a drawing. */
    public String line(String drawn) {
        StringBuilder line = new StringBuilder(drawn);
        for (int i = 0; this == ASCII && i < line.length(); i++) {
            line.setCharAt(i, sign(line.charAt(i)));
        }
        return line.toString();
    }

    /** A line of a drawing with its colours. */
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
