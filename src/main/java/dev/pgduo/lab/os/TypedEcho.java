package dev.pgduo.lab.os;

import java.util.List;

/** The echo of keys that were pressed while a program ran and did not read them; it is not part of the program's output. */
public final class TypedEcho {
    private TypedEcho() {}

    /**
     * Removes the echo from the lines that a terminal has shown. Where keys and output are mixed within a line, the line is not
     * changed.
     *
     * @param lines the lines, which are changed
     * @param typed the keys; Enter ended all but the last line of them
     */
    public static void remove(List<String> lines, String typed) {
        String[] parts = typed.split("[\\r\\n]", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty()) {
                remove(lines, parts[i], i == parts.length - 1);
            }
        }
    }

    private static void remove(List<String> lines, String echo, boolean open) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (line.equals(echo)) {
                lines.remove(i);
                return;
            }
            if (open ? line.startsWith(echo) : line.endsWith(echo)) {
                lines.set(i, open ? line.substring(echo.length()) : line.substring(0, line.length() - echo.length()));
                return;
            }
        }
    }
}
