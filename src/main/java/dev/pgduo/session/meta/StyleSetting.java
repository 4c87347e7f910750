package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.version.PsqlStyle;
import org.jspecify.annotations.Nullable;

/**
 * {@code \pset psql_style}, which psql does not have: the version of psql whose output is printed. The list of settings omits
 * it.
 */
final class StyleSetting {
    private StyleSetting() {}

    static boolean has(String name) {
        return name.equals(PrintSettings.STYLE);
    }

    /**
     * Changes the style, if a value is given.
     *
     * @return the line that reports the change
     * @throws IllegalArgumentException with the message when there is no such style
     */
    static String change(@Nullable String value, Psql psql) {
        if (value != null) {
            psql.style(PsqlStyle.named(value)
                    .orElseThrow(
                            () -> new IllegalArgumentException("\\pset: allowed psql styles are " + PsqlStyle.WORDS)));
        }
        boolean own = psql.settings().style().equals(PsqlStyle.SERVER);
        return "Output style is that of psql " + psql.major() + (own ? ", the server's own." : ".");
    }
}
