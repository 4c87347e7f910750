package dev.pgduo.table;

import org.jspecify.annotations.Nullable;

/**
 * psql's print settings: how to print, whatever is printed ({@code printTableOpt} and {@code printQueryOpt} without the
 * pager). Immutable; each wither makes a changed copy.
 *
 * @param border 0 none, 1 between columns, 2 frame, 3 also between rows (LaTeX only); more is allowed, as in psql
 * @param footer whether {@code (n rows)} is printed
 * @param nullText printed for SQL NULL
 * @param title of the next tables, if their heading has none
 * @param tableAttributes HTML attributes of the table; column widths for LaTeX longtable
 * @param numericLocale how numbers are grouped, or {@code null} to print what the server sent
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
        @Nullable NumericLocale numericLocale) {
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
            null);

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
        return new PrintOptions(
                newFormat,
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
                numericLocale);
    }

    public PrintOptions withBorder(int newBorder) {
        return new PrintOptions(
                format,
                newBorder,
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
                numericLocale);
    }

    public PrintOptions withExpanded(Expanded newExpanded) {
        return new PrintOptions(
                format,
                border,
                newExpanded,
                tuplesOnly,
                footer,
                nullText,
                separators,
                title,
                tableAttributes,
                lineStyle,
                width,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withTuplesOnly(boolean newTuplesOnly) {
        return new PrintOptions(
                format,
                border,
                expanded,
                newTuplesOnly,
                footer,
                nullText,
                separators,
                title,
                tableAttributes,
                lineStyle,
                width,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withFooter(boolean newFooter) {
        return new PrintOptions(
                format,
                border,
                expanded,
                tuplesOnly,
                newFooter,
                nullText,
                separators,
                title,
                tableAttributes,
                lineStyle,
                width,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withNullText(String newNullText) {
        return new PrintOptions(
                format,
                border,
                expanded,
                tuplesOnly,
                footer,
                newNullText,
                separators,
                title,
                tableAttributes,
                lineStyle,
                width,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withSeparators(Separators newSeparators) {
        return new PrintOptions(
                format,
                border,
                expanded,
                tuplesOnly,
                footer,
                nullText,
                newSeparators,
                title,
                tableAttributes,
                lineStyle,
                width,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withTitle(@Nullable String newTitle) {
        return new PrintOptions(
                format,
                border,
                expanded,
                tuplesOnly,
                footer,
                nullText,
                separators,
                newTitle,
                tableAttributes,
                lineStyle,
                width,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withTableAttributes(@Nullable String newTableAttributes) {
        return new PrintOptions(
                format,
                border,
                expanded,
                tuplesOnly,
                footer,
                nullText,
                separators,
                title,
                newTableAttributes,
                lineStyle,
                width,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withLineStyle(LineStyle newLineStyle) {
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
                newLineStyle,
                width,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withWidth(PageWidth newWidth) {
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
                newWidth,
                headerWidth,
                numericLocale);
    }

    public PrintOptions withHeaderWidth(HeaderWidth newHeaderWidth) {
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
                newHeaderWidth,
                numericLocale);
    }

    public PrintOptions withNumericLocale(@Nullable NumericLocale newNumericLocale) {
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
                newNumericLocale);
    }
}
