package dev.pgduo.session.meta;

import dev.pgduo.table.Format;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names of output formats, which may be abbreviated where they are unambiguous. */
final class FormatWord {
    private FormatWord() {}

    /**
     * The format of this name.
     *
     * @throws IllegalArgumentException with psql's message
     */
    static Format format(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        List<Format> meant = Stream.of(Format.values())
                .filter(format ->
                        format != Format.LATEX_LONGTABLE && format.word().startsWith(lower))
                .toList();
        if (meant.size() > 1) {
            throw new IllegalArgumentException("\\pset: ambiguous abbreviation \"" + word + "\" matches both \""
                    + meant.get(0).word() + "\" and \"" + meant.get(1).word() + "\"");
        }
        if (meant.isEmpty() && !Format.LATEX_LONGTABLE.word().startsWith(lower)) {
            throw new IllegalArgumentException("\\pset: allowed formats are aligned, asciidoc, csv, html,"
                    + " latex, latex-longtable, troff-ms, unaligned, wrapped");
        }
        return meant.isEmpty() ? Format.LATEX_LONGTABLE : meant.get(0);
    }
}
