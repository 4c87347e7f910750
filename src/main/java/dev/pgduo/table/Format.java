package dev.pgduo.table;

import java.util.Locale;
import java.util.Optional;

/** The output formats of {@code \pset format}, in the order in which psql looks for an abbreviation. */
public enum Format {
    ALIGNED,
    ASCIIDOC,
    CSV,
    HTML,
    LATEX,
    TROFF_MS,
    UNALIGNED,
    WRAPPED,
    LATEX_LONGTABLE;

    /** psql's name for the format, for example {@code latex-longtable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format with exactly this name, in upper or lower case; abbreviations are not accepted. */
    public static Optional<Format> of(String word) {
        for (Format format : values()) {
            if (format.word().equalsIgnoreCase(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
