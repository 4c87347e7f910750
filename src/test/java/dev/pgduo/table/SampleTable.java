package dev.pgduo.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table out of {@code tables.txt}. */
record SampleTable(Heading heading, List<byte[] @Nullable []> rows) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

    /** The text of a file beside the tests. */
    static String resource(String name) throws IOException {
        try (InputStream in = SampleTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no such resource: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<SampleTable> all() throws IOException {
        String text = resource("tables.txt").replaceAll("(?m)^#.*\n", "").strip();
        return Arrays.stream(text.split("\n\n", -1)).map(SampleTable::parse).toList();
    }

    private static SampleTable parse(String block) {
        List<String> lines = block.lines().toList();
        List<byte[] @Nullable []> rows = new ArrayList<>();
        if (lines.size() == 1) {
            if (lines.get(0).equals("none")) {
                rows.add(new byte[0][]);
            }
            return new SampleTable(Heading.of(List.of()), rows);
        }
        List<Column> columns = fields(lines.get(1)).map(SampleTable::column).toList();
        for (String line : lines.subList(2, lines.size())) {
            rows.add(fields(line).map(SampleTable::cell).toArray(byte[][]::new));
        }
        return new SampleTable(Heading.of(columns), rows);
    }

    private static Stream<String> fields(String line) {
        return Arrays.stream(line.split("\t", -1));
    }

    private static Column column(String text) {
        int colon = text.lastIndexOf(':');
        return Column.ofType(unescape(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static byte @Nullable [] cell(String text) {
        return text.equals("\\N") ? null : unescape(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(escaped(m.group(1))));
    }

    private static String escaped(String text) {
        return switch (text.charAt(0)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'u' -> Character.toString(Integer.parseInt(text.substring(1), 16));
            default -> text;
        };
    }

    /** What the printer makes of it. */
    byte[] print(PrintOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputPrinter printer = Printers.open(heading, options, out);
        printer.rows(rows);
        printer.finish();
        return out.toByteArray();
    }
}
