package dev.pgduo.table;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * psql's print settings, which apply to every table ({@code printTableOpt} and {@code printQueryOpt} without the pager). Immutable; each
 * wither makes a changed copy.
 *
 * @param border 0 none, 1 between columns, 2 frame, 3 also between rows (LaTeX only); more is allowed, as in psql
 * @param footer whether {@code (n rows)} is printed
 * @param nullText printed for SQL NULL
 * @param title of the next tables, if their heading has none
 * @param tableAttributes HTML attributes of the table; column widths for LaTeX longtable
 * @param numericLocale how numbers are grouped, or {@code null} to print what the server sent
 * @param encoding of what the server sends and of what is printed
 */
public record PrintOptions(
        Format format,
        int border,
        Expanded expanded,
        boolean tuplesOnly,
        boolean footer,
        String nullText,
        Separators separators,
        @Nullable String title,
        @Nullable String tableAttributes,
        LineStyle lineStyle,
        PageWidth width,
        HeaderWidth headerWidth,
        @Nullable NumericLocale numericLocale,
        TextEncoding encoding) {
    private static final PrintOptions DEFAULTS = new PrintOptions(
            Format.ALIGNED,
            1,
            Expanded.OFF,
            false,
            true,
            "",
            Separators.DEFAULT,
            null,
            null,
            LineStyle.ASCII,
            PageWidth.UNKNOWN,
            HeaderWidth.FULL,
            null,
            TextEncoding.UTF8);

    public PrintOptions {
        if (border < 0 || border > 0xffff) {
            throw new IllegalArgumentException("border out of range: " + border);
        }
    }

    /** The settings psql starts with. */
    public static PrintOptions defaults() {
        return DEFAULTS;
    }

    public PrintOptions withFormat(Format newFormat) {
        return changed(draft -> draft.format = newFormat);
    }

    public PrintOptions withBorder(int newBorder) {
        return changed(draft -> draft.border = newBorder);
    }

    public PrintOptions withExpanded(Expanded newExpanded) {
        return changed(draft -> draft.expanded = newExpanded);
    }

    public PrintOptions withTuplesOnly(boolean newTuplesOnly) {
        return changed(draft -> draft.tuplesOnly = newTuplesOnly);
    }

    public PrintOptions withFooter(boolean newFooter) {
        return changed(draft -> draft.footer = newFooter);
    }

    public PrintOptions withNullText(String newNullText) {
        return changed(draft -> draft.nullText = newNullText);
    }

    public PrintOptions withSeparators(Separators newSeparators) {
        return changed(draft -> draft.separators = newSeparators);
    }

    public PrintOptions withTitle(@Nullable String newTitle) {
        return changed(draft -> draft.title = newTitle);
    }

    public PrintOptions withTableAttributes(@Nullable String newTableAttributes) {
        return changed(draft -> draft.tableAttributes = newTableAttributes);
    }

    public PrintOptions withLineStyle(LineStyle newLineStyle) {
        return changed(draft -> draft.lineStyle = newLineStyle);
    }

    public PrintOptions withWidth(PageWidth newWidth) {
        return changed(draft -> draft.width = newWidth);
    }

    public PrintOptions withHeaderWidth(HeaderWidth newHeaderWidth) {
        return changed(draft -> draft.headerWidth = newHeaderWidth);
    }

    public PrintOptions withNumericLocale(@Nullable NumericLocale newNumericLocale) {
        return changed(draft -> draft.numericLocale = newNumericLocale);
    }

    public PrintOptions withEncoding(TextEncoding newEncoding) {
        return newEncoding == encoding ? this : changed(draft -> draft.encoding = newEncoding);
    }

    private PrintOptions changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** A copy while it is being changed. */
    private static final class Draft {
        private Format format;
        private int border;
        private Expanded expanded;
        private boolean tuplesOnly;
        private boolean footer;
        private String nullText;
        private Separators separators;
        private @Nullable String title;
        private @Nullable String tableAttributes;
        private LineStyle lineStyle;
        private PageWidth width;
        private HeaderWidth headerWidth;
        private @Nullable NumericLocale numericLocale;
        private TextEncoding encoding;

        Draft(PrintOptions from) {
            format = from.format;
            border = from.border;
            expanded = from.expanded;
            tuplesOnly = from.tuplesOnly;
            footer = from.footer;
            nullText = from.nullText;
            separators = from.separators;
            title = from.title;
            tableAttributes = from.tableAttributes;
            lineStyle = from.lineStyle;
            width = from.width;
            headerWidth = from.headerWidth;
            numericLocale = from.numericLocale;
            encoding = from.encoding;
        }

        PrintOptions finished() {
            return new PrintOptions(
                    format,
                    border,
                    expanded,
                    tuplesOnly,
                    footer,
                    nullText,
                    separators,
                    title,
                    tableAttributes,
                    lineStyle,
                    width,
                    headerWidth,
                    numericLocale,
                    encoding);
        }
    }
}
