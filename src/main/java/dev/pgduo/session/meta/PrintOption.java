package dev.pgduo.session.meta;

import dev.pgduo.session.query.Words;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.LineStyle;
import dev.pgduo.table.NumericLocale;
import dev.pgduo.table.PageWidth;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Separators;
import dev.pgduo.table.Stroke;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One setting of {@code \pset}.
 *
 * @param changer changes the options for a value, which is null when none was typed; an IllegalArgumentException has psql's
 * message
 * @param listed the value in the list of settings
 * @param told the line that reports a change
 */
record PrintOption(
        BiFunction<PrintOptions, @Nullable String, PrintOptions> changer,
        Function<PrintOptions, String> listed,
        Function<PrintOptions, String> told) {
    /** All settings by psql's name, in the order of the list. */
    static final Map<String, PrintOption> ALL = Collections.unmodifiableMap(all());

    /** The setting of this full or short name; null when there is none. */
    static @Nullable PrintOption named(String name) {
        return name.equals(HeaderWidthWord.NAME) ? HeaderWidthWord.OPTION : ALL.get(longName(name));
    }

    /** The full name for a short one. */
    static String longName(String name) {
        return switch (name) {
            case "t" -> "tuples_only";
            case "C" -> "title";
            case "T" -> "tableattr";
            case "x", "vertical" -> "expanded";
            default -> name;
        };
    }

    private static Map<String, PrintOption> all() {
        Map<String, PrintOption> all = new TreeMap<>();
        all.put(
                "border",
                new PrintOption(
                        (o, v) -> v == null ? o : o.withBorder(number(v)),
                        o -> "" + o.border(),
                        o -> "Border style is " + o.border() + "."));
        all.put(
                "columns",
                new PrintOption(
                        (o, v) -> v == null
                                ? o
                                : o.withWidth(new PageWidth(number(v), o.width().terminal())),
                        o -> "" + o.width().columns(),
                        o -> o.width().columns() == 0
                                ? "Target width is unset."
                                : "Target width is " + o.width().columns() + "."));
        all.put(
                "null",
                new PrintOption(
                        (o, v) -> v == null ? o : o.withNullText(v),
                        o -> quoted(o.nullText()),
                        o -> "Null display is \"" + o.nullText() + "\"."));
        all.put(
                "format",
                new PrintOption(
                        PrintOption::format,
                        o -> o.format().word(),
                        o -> "Output format is " + o.format().word() + "."));
        all.put(
                "expanded",
                new PrintOption(
                        PrintOption::expanded,
                        o -> o.expanded().name().toLowerCase(Locale.ROOT),
                        PrintOption::expandedTold));
        texts(all);
        switches(all);
        styles(all);
        return all;
    }

    private static void texts(Map<String, PrintOption> all) {
        all.put(
                "title",
                new PrintOption(
                        PrintOptions::withTitle,
                        o -> o.title() == null ? "" : quoted(o.title()),
                        o -> o.title() == null ? "Title is unset." : "Title is \"" + o.title() + "\"."));
        all.put(
                "tableattr",
                new PrintOption(
                        PrintOptions::withTableAttributes,
                        o -> o.tableAttributes() == null ? "" : quoted(o.tableAttributes()),
                        o -> o.tableAttributes() == null
                                ? "Table attributes unset."
                                : "Table attributes are \"" + o.tableAttributes() + "\"."));
        all.put(
                "fieldsep",
                new PrintOption(
                        (o, v) -> separators(o, s -> v == null ? s : s.withField(v)),
                        o -> quoted(o.separators().field()),
                        o -> zeroOr("Field separator is ", o.separators().field())));
        all.put(
                "fieldsep_zero",
                new PrintOption(
                        (o, v) -> separators(o, s -> s.withField(Separators.ZERO)),
                        o -> onOff(o.separators().field().equals(Separators.ZERO)),
                        o -> "Field separator is zero byte."));
        all.put(
                "recordsep",
                new PrintOption(
                        (o, v) -> separators(o, s -> v == null ? s : s.withRecord(v)),
                        o -> quoted(o.separators().record()),
                        o -> o.separators().record().equals("\n")
                                ? "Record separator is <newline>."
                                : zeroOr("Record separator is ", o.separators().record())));
        all.put(
                "recordsep_zero",
                new PrintOption(
                        (o, v) -> separators(o, s -> s.withRecord(Separators.ZERO)),
                        o -> onOff(o.separators().record().equals(Separators.ZERO)),
                        o -> "Record separator is zero byte."));
        all.put(
                "csv_fieldsep",
                new PrintOption(
                        (o, v) -> separators(o, s -> v == null ? s : s.withCsv(csv(v))),
                        o -> quoted("" + o.separators().csv()),
                        o -> "Field separator for CSV is \"" + o.separators().csv() + "\"."));
    }

    private static void switches(Map<String, PrintOption> all) {
        all.put(
                "footer",
                new PrintOption(
                        (o, v) -> o.withFooter(toggle("footer", v, o.footer())),
                        o -> onOff(o.footer()),
                        o -> "Default footer is " + onOff(o.footer()) + "."));
        all.put(
                "tuples_only",
                new PrintOption(
                        (o, v) -> o.withTuplesOnly(toggle("tuples_only", v, o.tuplesOnly())),
                        o -> onOff(o.tuplesOnly()),
                        o -> "Tuples only is " + onOff(o.tuplesOnly()) + "."));
        all.put(
                "numericlocale",
                new PrintOption(
                        (o, v) -> o.withNumericLocale(
                                toggle("numericlocale", v, o.numericLocale() != null) ? NumericLocale.C : null),
                        o -> onOff(o.numericLocale() != null),
                        o -> "Locale-adjusted numeric output is " + onOff(o.numericLocale() != null) + "."));
    }

    private static void styles(Map<String, PrintOption> all) {
        all.put(
                "linestyle",
                new PrintOption(
                        (o, v) -> v == null ? o : style(o, s -> s.withKind(kind(v))),
                        o -> kindWord(o),
                        o -> "Line style is " + kindWord(o) + "."));
        all.put(
                "unicode_border_linestyle",
                new PrintOption(
                        (o, v) -> v == null ? o : style(o, s -> s.withBorder(stroke("border", v))),
                        o -> word(o.lineStyle().border()),
                        o -> "Unicode border line style is \""
                                + word(o.lineStyle().border()) + "\"."));
        all.put(
                "unicode_column_linestyle",
                new PrintOption(
                        (o, v) -> v == null ? o : style(o, s -> s.withColumn(stroke("column", v))),
                        o -> word(o.lineStyle().column()),
                        o -> "Unicode column line style is \""
                                + word(o.lineStyle().column()) + "\"."));
        all.put(
                "unicode_header_linestyle",
                new PrintOption(
                        (o, v) -> v == null ? o : style(o, s -> s.withHeader(stroke("header", v))),
                        o -> word(o.lineStyle().header()),
                        o -> "Unicode header line style is \""
                                + word(o.lineStyle().header()) + "\"."));
    }

    private static PrintOptions format(PrintOptions options, @Nullable String value) {
        if (value == null) {
            return options;
        }
        return options.withFormat(FormatWord.format(value));
    }

    private static PrintOptions expanded(PrintOptions options, @Nullable String value) {
        if (value == null) {
            return options.withExpanded(options.expanded() == Expanded.OFF ? Expanded.ON : Expanded.OFF);
        }
        if (value.equalsIgnoreCase("auto")) {
            return options.withExpanded(Expanded.AUTO);
        }
        return Words.bool(value)
                .map(on -> options.withExpanded(on ? Expanded.ON : Expanded.OFF))
                .orElseThrow(() -> new IllegalArgumentException(
                        "unrecognized value \"" + value + "\" for \"expanded\"\nAvailable values are: on, off, auto."));
    }

    private static String expandedTold(PrintOptions options) {
        return switch (options.expanded()) {
            case ON -> "Expanded display is on.";
            case OFF -> "Expanded display is off.";
            case AUTO -> "Expanded display is used automatically.";
        };
    }

    private static boolean toggle(String name, @Nullable String value, boolean old) {
        if (value == null) {
            return !old;
        }
        return Words.bool(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unrecognized value \"" + value + "\" for \"" + name + "\": Boolean expected"));
    }

    /** The number in the leading digits, as C parses it. */
    static int number(String value) {
        String digits = value.strip().replaceFirst("^\\+?([0-9]{0,5}).*$", "$1");
        return digits.isEmpty() ? 0 : Math.min(65535, Integer.parseInt(digits));
    }

    private static char csv(String value) {
        if (value.length() != 1 || value.charAt(0) > 0x7f || value.charAt(0) == 0) {
            throw new IllegalArgumentException("\\pset: csv_fieldsep must be a single one-byte character");
        }
        if ("\"\n\r\0".indexOf(value.charAt(0)) >= 0) {
            throw new IllegalArgumentException(
                    "\\pset: csv_fieldsep cannot be a double quote, a newline, or a carriage return");
        }
        return value.charAt(0);
    }

    private static PrintOptions separators(PrintOptions options, UnaryOperator<Separators> change) {
        return options.withSeparators(change.apply(options.separators()));
    }

    private static PrintOptions style(PrintOptions options, UnaryOperator<LineStyle> change) {
        return options.withLineStyle(change.apply(options.lineStyle()));
    }

    private static LineStyle.Kind kind(String value) {
        return Stream.of(LineStyle.Kind.ASCII, LineStyle.Kind.OLD_ASCII, LineStyle.Kind.UNICODE)
                .filter(kind -> begins(kind.name(), value))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("\\pset: allowed line styles are ascii, old-ascii, unicode"));
    }

    private static Stroke stroke(String part, String value) {
        return Stream.of(Stroke.values())
                .filter(stroke -> begins(stroke.name(), value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\\pset: allowed Unicode " + part + " line styles are single, double"));
    }

    private static boolean begins(String name, String value) {
        return name.replace('_', '-').toLowerCase(Locale.ROOT).startsWith(value.toLowerCase(Locale.ROOT));
    }

    private static String kindWord(PrintOptions options) {
        return options.lineStyle().kind().name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static String word(Stroke stroke) {
        return stroke.name().toLowerCase(Locale.ROOT);
    }

    private static String zeroOr(String label, String separator) {
        return separator.equals(Separators.ZERO) ? label + "zero byte." : label + "\"" + separator + "\".";
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    /** The text in single quotes, with newlines escaped. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'").replace("\n", "\\n").replace("\0", "") + "'";
    }
}
