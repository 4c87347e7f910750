package dev.pgduo.table;

import java.util.Locale;
import java.util.function.BiFunction;

/** Print options from the words of {@code \pset}, so that psql and the printer are told the same. */
final class Pset {
    private Pset() {}

    /** Options from a line such as {@code border=2 title=A~title}; a tilde stands for a blank. */
    static PrintOptions parse(String words) {
        PrintOptions options = PrintOptions.defaults();
        for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
            int equals = word.indexOf('=');
            options = equals < 0
                    ? set(options, word, "")
                    : set(
                            options,
                            word.substring(0, equals),
                            word.substring(equals + 1).replace('~', ' '));
        }
        return options;
    }

    static PrintOptions set(PrintOptions options, String name, String value) {
        return switch (name) {
            case "format" -> options.withFormat(Format.of(value).orElseThrow());
            case "border" -> options.withBorder(Integer.parseInt(value));
            case "expanded" -> options.withExpanded(Expanded.valueOf(value.toUpperCase(Locale.ROOT)));
            case "tuples_only" -> options.withTuplesOnly(value.equals("on"));
            case "footer" -> options.withFooter(value.equals("on"));
            case "null" -> options.withNullText(value);
            case "title" -> options.withTitle(value.isEmpty() ? null : value);
            case "tableattr" -> options.withTableAttributes(value.isEmpty() ? null : value);
            case "columns" -> options.withWidth(new PageWidth(Integer.parseInt(value), 0));
            case "numericlocale" -> options.withNumericLocale(value.equals("on") ? NumericLocale.C : null);
            default ->
                name.contains("linestyle")
                        ? options.withLineStyle(lineStyle(options.lineStyle(), name, value))
                        : options.withSeparators(separators(options.separators(), name, value));
        };
    }

    private static Separators separators(Separators separators, String name, String value) {
        return switch (name) {
            case "fieldsep" -> separators.withField(value);
            case "fieldsep_zero" -> separators.withField(Separators.ZERO);
            case "recordsep" -> separators.withRecord(value);
            case "recordsep_zero" -> separators.withRecord(Separators.ZERO);
            case "csv_fieldsep" -> separators.withCsv(value.charAt(0));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static LineStyle lineStyle(LineStyle style, String name, String value) {
        String constant = value.toUpperCase(Locale.ROOT).replace('-', '_');
        if (name.equals("linestyle")) {
            return style.withKind(LineStyle.Kind.valueOf(constant));
        }
        BiFunction<LineStyle, Stroke, LineStyle> part = switch (name) {
            case "unicode_border_linestyle" -> LineStyle::withBorder;
            case "unicode_column_linestyle" -> LineStyle::withColumn;
            case "unicode_header_linestyle" -> LineStyle::withHeader;
            default -> throw new IllegalArgumentException(name);
        };
        return part.apply(style, Stroke.valueOf(constant));
    }
}
