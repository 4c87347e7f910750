package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.version.PsqlStyle;
import org.jspecify.annotations.Nullable;

/** {@code \pset psql_style}, which no psql has: which psql's output is printed. The bare list of settings is kept without it. */
final class StyleSetting {
    private StyleSetting() {}

    static boolean has(String name) {
        return name.equals(PrintSettings.STYLE);
    }

    /**
     * Changes it, if there is a value.
     *
     * @return the line after the change
     * @throws IllegalArgumentException with the complaint when there is no such style
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
