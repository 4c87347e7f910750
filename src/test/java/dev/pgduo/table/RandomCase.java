package dev.pgduo.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table and print settings made from a seed, told to psql and to the printer.
 *
 * @param settings values of {@code \pset}, by name
 * @param fetchCount rows of a chunk; 0 for the whole result at once
 */
record RandomCase(Map<String, String> settings, Heading heading, List<@Nullable String[]> cells, int fetchCount) {
    private static final List<String> TYPES = List.of("text", "int4", "text", "numeric", "text");
    private static final List<String> PIECES = List.of(
            "a",
            "bc",
            "word ",
            " ",
            "\n",
            "\t",
            "\r",
            "\u0001",
            "\u007f",
            "\u0085",
            "é",
            "e\u0301",
            "列",
            "です",
            "🙂",
            "\u200b",
            "\u200d",
            "ﾊ",
            "Ａ",
            "\u00ad",
            "|",
            "\"",
            ",",
            "&",
            "<",
            "\\",
            "\\.",
            "_",
            "{",
            "%",
            "\ufeff",
            "\u0e33",
            "\u1160",
            "a longer piece of text",
            "\ud83f\udffe",
            "\u2764\ufe0f");

    static RandomCase of(long seed) {
        Random random = new Random(seed);
        Map<String, String> settings = settings(random);
        int count = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = random.nextBoolean() ? "c" + i : "c" + text(random, 4);
            columns.add(Column.ofType(name, type(i)));
        }
        int rows = random.nextInt(8) == 0 ? 0 : random.nextInt(13);
        List<@Nullable String[]> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            cells.add(row(random, count));
        }
        int fetchCount = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
        return new RandomCase(settings, Heading.of(columns), cells, count == 0 ? 0 : fetchCount);
    }

    private static String type(int column) {
        return TYPES.get(column % TYPES.size());
    }

    private static Map<String, String> settings(Random random) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("format", pick(random, formats()));
        settings.put("border", pick(random, List.of("0", "1", "2", "3")));
        settings.put("expanded", pick(random, List.of("off", "on", "auto")));
        settings.put("tuples_only", pick(random, List.of("off", "off", "on")));
        settings.put("footer", pick(random, List.of("on", "on", "off")));
        settings.put("null", pick(random, List.of("-", "(null)", "列", "∅\n")));
        settings.put("title", pick(random, List.of("", "", "A title", "列 <t> \\ |\nsecond")));
        settings.put("tableattr", pick(random, List.of("", "0.2 0.3", " .5")));
        settings.put("columns", pick(random, List.of("0", "10", "25", "40", "100")));
        settings.put("numericlocale", pick(random, List.of("off", "on")));
        settings.put("linestyle", pick(random, List.of("ascii", "old-ascii", "unicode")));
        for (String part : List.of("border", "column", "header")) {
            settings.put("unicode_" + part + "_linestyle", pick(random, List.of("single", "double")));
        }
        settings.put("fieldsep", pick(random, List.of("|", "<>", "\t")));
        settings.put("recordsep", pick(random, List.of("\n", ";")));
        settings.put("csv_fieldsep", pick(random, List.of(",", ";", "\t", ".")));
        return settings;
    }

    /** The text formats twice as often as the others: most can go wrong there. */
    private static List<String> formats() {
        List<String> words = new ArrayList<>(List.of("aligned", "aligned", "wrapped", "wrapped"));
        for (Format format : Format.values()) {
            words.add(format.word());
        }
        return words;
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static @Nullable String[] row(Random random, int count) {
        @Nullable String[] row = new String[count];
        for (int i = 0; i < count; i++) {
            row[i] = random.nextInt(6) == 0 ? null : cell(random, type(i));
        }
        return row;
    }

    private static String cell(Random random, String type) {
        return switch (type) {
            case "int4" -> String.valueOf(random.nextInt() >> random.nextInt(31));
            case "numeric" ->
                random.nextInt(9) == 0 ? "NaN" : random.nextInt(9999999) - 99999 + "." + random.nextInt(9);
            default -> text(random, random.nextInt(4) == 0 ? 12 : 3);
        };
    }

    private static String text(Random random, int most) {
        return random.ints(random.nextInt(most + 1), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    /** What psql has to run so that the table gets into the file. */
    String script(String file) {
        StringBuilder script = new StringBuilder();
        settings.forEach((name, value) -> script.append("\\pset ")
                .append(name)
                .append(' ')
                .append(quoted(value))
                .append('\n'));
        script.append("\\set FETCH_COUNT ")
                .append(fetchCount)
                .append("\n\\o ")
                .append(file)
                .append('\n');
        return script.append(query()).append("\n\\o\n").toString();
    }

    /** No word at all for an empty value: that unsets a title, where two quotes would make an empty one. */
    private static String quoted(String value) {
        String word = value.replace("\\", "\\\\")
                .replace("'", "''")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return value.isEmpty() ? "" : "'" + word + "'";
    }

    private String query() {
        List<Column> columns = heading.columns();
        if (columns.isEmpty()) {
            return "select from generate_series(1, " + cells.size() + ");";
        }
        // The first row, of NULLs, gives the types; it is left out again.
        List<String> tuples = new ArrayList<>();
        tuples.add(tuple(0, new String[columns.size()]));
        for (@Nullable String[] row : cells) {
            tuples.add(tuple(tuples.size(), row));
        }
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            list.append(i == 0 ? "" : ", ").append("v").append(i).append(" as ");
            list.append("U&\"").append(escaped(columns.get(i).name(), '"')).append('"');
        }
        String names = columns.isEmpty() ? "" : ", v" + String.join(", v", indexes(columns.size()));
        return "select " + list + " from (values " + String.join(", ", tuples) + ") as t(n" + names
                + ") where n > 0 order by n;";
    }

    private static List<String> indexes(int count) {
        List<String> indexes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            indexes.add(String.valueOf(i));
        }
        return indexes;
    }

    private static String tuple(int number, @Nullable String[] row) {
        StringBuilder tuple = new StringBuilder("(").append(number);
        for (int i = 0; i < row.length; i++) {
            String cell = row[i];
            String value = cell == null ? "null" : "U&'" + escaped(cell, '\'') + "'";
            tuple.append(", ").append(value).append("::").append(type(i));
        }
        return tuple.append(')').toString();
    }

    private static String escaped(String text, char quote) {
        return text.codePoints()
                .mapToObj(c -> c >= ' ' && c < 0x7f && c != quote && c != '\\' ? Character.toString(c) : escape(c))
                .collect(Collectors.joining());
    }

    private static String escape(int codePoint) {
        return "\\+" + String.format("%06x", codePoint);
    }

    PrintOptions options() {
        PrintOptions options = PrintOptions.defaults();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            options = Pset.set(options, setting.getKey(), setting.getValue());
        }
        return options;
    }

    List<byte[] @Nullable []> rows() {
        List<byte[] @Nullable []> rows = new ArrayList<>();
        for (@Nullable String[] row : cells) {
            byte[][] bytes = new byte[row.length][];
            for (int i = 0; i < row.length; i++) {
                String cell = row[i];
                bytes[i] = cell == null ? null : cell.getBytes(StandardCharsets.UTF_8);
            }
            rows.add(bytes);
        }
        return rows;
    }
}
