package dev.pgduo.replay.compare;

/** The longer regular expressions for volatile classes. */
final class Shape {
    private static final String DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String TIME = "\\d{1,2}:\\d{2}:\\d{2}(?:\\.\\d{1,6})?";
    private static final String ZONE = "(?: ?Z| ?[+-]\\d{2}(?::?\\d{2}){0,2}| [A-Z]{2,5})";

    /** {@code 2026-11-22 10:11:12.345+03}, {@code 2026-11-22 10:11:12.345 UTC}. */
    static final String ISO = "\\d{4}-\\d{2}-\\d{2}[ T]" + TIME + ZONE + "?";

    /** {@code Sun Nov 22 10:11:12 2026}, {@code Sun 22 Nov 2026 10:11:12 AM UTC}. */
    static final String CTIME = DAY + ",? +(?:" + MONTH + " +\\d{1,2}|\\d{1,2} " + MONTH + ")(?: \\d{4})? +" + TIME
            + "(?: [AP]M)?(?: \\d{4})?" + ZONE + "?";

    static final String TIMESTAMP = ISO + "|" + CTIME + "|\\d{4}-\\d{2}-\\d{2}|\\d{2}[./]\\d{2}[./]\\d{4}(?: " + TIME
            + ZONE + "?)?|" + TIME + "(?:[+-]\\d{2}(?::?\\d{2})?)?";

    /** {@code 0.123 ms}, {@code 1.5}, {@code 00:00:01.5}, {@code 1 day 02:03:04}. */
    static final String DURATION =
            "-?\\d+(?:\\.\\d+)?(?: ?(?:us|ms|s|min))?|(?:-?\\d+ (?:years?|mons?|days?) )*-?\\d{2,}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?"
                    + "|-?\\d+ (?:years?|mons?|days?)";

    private Shape() {}
}
