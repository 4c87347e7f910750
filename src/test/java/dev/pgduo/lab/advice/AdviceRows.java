package dev.pgduo.lab.advice;

import java.util.LinkedHashMap;
import java.util.Map;

/** The advice on the server's messages, for the documentation. */
public final class AdviceRows {
    private AdviceRows() {}

    /** Pattern of the message, and its hint, in the order in which they are tried. */
    public static Map<String, String> all() {
        Map<String, String> rows = new LinkedHashMap<>();
        Advice.TABLE.forEach(row -> rows.put(row.message().pattern(), row.hint()));
        return rows;
    }
}
