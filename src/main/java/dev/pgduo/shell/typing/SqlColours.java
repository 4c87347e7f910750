package dev.pgduo.shell.typing;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours for typed SQL that are readable on light and dark terminals: keywords bold, strings green, comments faint. */
public final class SqlColours {
    private SqlColours() {}

    public static AttributedString paint(String text) {
        AttributedStringBuilder painted = new AttributedStringBuilder(text.length());
        int done = 0;
        for (SqlToken token : SqlToken.of(text)) {
            painted.append(text.substring(done, token.start())).styled(style(token), token.text());
            done = token.end();
        }
        return painted.append(text.substring(done)).toAttributedString();
    }

    private static AttributedStyle style(SqlToken token) {
        return switch (token.kind()) {
            case COMMENT -> AttributedStyle.DEFAULT.faint();
            case STRING -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case META -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
            case NAME -> token.keyword() ? AttributedStyle.DEFAULT.bold() : AttributedStyle.DEFAULT;
        };
    }
}
