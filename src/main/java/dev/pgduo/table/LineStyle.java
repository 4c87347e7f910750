package dev.pgduo.table;

/**
 * The characters that tables are drawn with ({@code \pset linestyle} and the three {@code unicode_*_linestyle}).
 *
 * @param border stroke of the frame; like the other two it matters to {@link Kind#UNICODE} only
 * @param column stroke between columns
 * @param header stroke under the header
 */
public record LineStyle(Kind kind, Stroke border, Stroke column, Stroke header) {
    /** The three families of characters. */
    public enum Kind {
        ASCII,
        OLD_ASCII,
        UNICODE
    }

    /** psql's default. */
    public static final LineStyle ASCII = new LineStyle(Kind.ASCII, Stroke.SINGLE, Stroke.SINGLE, Stroke.SINGLE);

    public LineStyle withKind(Kind newKind) {
        return new LineStyle(newKind, border, column, header);
    }

    public LineStyle withBorder(Stroke stroke) {
        return new LineStyle(kind, stroke, column, header);
    }

    public LineStyle withColumn(Stroke stroke) {
        return new LineStyle(kind, border, stroke, header);
    }

    public LineStyle withHeader(Stroke stroke) {
        return new LineStyle(kind, border, column, stroke);
    }
}
