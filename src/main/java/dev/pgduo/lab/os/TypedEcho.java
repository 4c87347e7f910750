package dev.pgduo.lab.os;

import java.util.List;

/** What a terminal has shown of keys that were pressed while a program ran and did not read them. It is no output of the program. */
public final class TypedEcho {
    private TypedEcho() {}

    /**
     * Takes the echo out of the lines that a terminal has shown. Where keys and output are mixed within a line, it is left as it is.
     *
     * @param lines changed
     * @param typed the keys; all but the last of its lines were ended with Enter
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
