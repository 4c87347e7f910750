package dev.pgduo.table;

/**
 * The characters that a table is drawn with (psql: {@code printTextFormat}).
 *
 * @param data what stands between the cells of a row
 * @param wrapRightBorder false only for old-ascii, which marks continuations on the left
 */
record Glyphs(Rule top, Rule middle, Rule bottom, Rule data, Marks marks, boolean wrapRightBorder) {
    /** A horizontal line: what it is drawn with, and its left end, crossings and right end. */
    record Rule(String horizontal, String left, String middle, String right) {}

    /**
     * How a cell that goes on in the next line is marked.
     *
     * @param newlineDivider before a cell that goes on after a newline
     * @param wrapDivider before a cell that goes on because it was too wide
     * @param blankDivider before a cell that has no more lines
     */
    record Marks(
            String newlineDivider,
            String wrapDivider,
            String blankDivider,
            String headerLeft,
            String headerRight,
            String newlineLeft,
            String newlineRight,
            String wrapLeft,
            String wrapRight) {

        String left(LineCursor.Continuation continuation) {
            return switch (continuation) {
                case NONE -> " ";
                case WRAP -> wrapLeft;
                case NEWLINE -> newlineLeft;
            };
        }

        String right(LineCursor.Continuation continuation) {
            return switch (continuation) {
                case NONE -> " ";
                case WRAP -> wrapRight;
                case NEWLINE -> newlineRight;
            };
        }
    }

    static Glyphs of(LineStyle style) {
        return switch (style.kind()) {
            case ASCII -> ascii(new Marks("|", "|", "|", " ", "+", " ", "+", ".", "."), true);
            case OLD_ASCII -> ascii(new Marks(":", ";", " ", "+", " ", " ", " ", " ", " "), false);
            case UNICODE -> unicode(style);
        };
    }

    boolean old() {
        return !wrapRightBorder;
    }

    private static Glyphs ascii(Marks marks, boolean wrapRightBorder) {
        Rule rule = new Rule("-", "+", "+", "+");
        return new Glyphs(rule, rule, rule, new Rule("", "|", "|", "|"), marks, wrapRightBorder);
    }

    private static Glyphs unicode(LineStyle style) {
        String vertical = of(style.column(), "│║");
        String frame = of(style.border(), "│║");
        return new Glyphs(
                new Rule(
                        of(style.border(), "─═"),
                        of(style.border(), "┌╔"),
                        of(style.column(), style.border(), "┬╤╥╦"),
                        of(style.border(), "┐╗")),
                new Rule(
                        of(style.header(), "─═"),
                        of(style.header(), style.border(), "├╟╞╠"),
                        of(style.column(), style.header(), "┼╪╫╬"),
                        of(style.header(), style.border(), "┤╢╡╣")),
                new Rule(
                        of(style.border(), "─═"),
                        of(style.border(), "└╚"),
                        of(style.column(), style.border(), "┴╧╨╩"),
                        of(style.border(), "┘╝")),
                new Rule("", frame, vertical, frame),
                new Marks(vertical, vertical, vertical, " ", "↵", " ", "↵", "…", "…"),
                true);
    }

    private static String of(Stroke stroke, String both) {
        return stroke == Stroke.SINGLE ? both.substring(0, 1) : both.substring(1);
    }

    private static String of(Stroke main, Stroke other, String four) {
        return of(other, main == Stroke.SINGLE ? four.substring(0, 2) : four.substring(2));
    }
}
