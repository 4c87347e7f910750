package dev.pgduo.wire;

import java.util.List;
import java.util.Optional;

/** The connection service file (manual: The Connection Service File). */
final class ServiceFile {
    private ServiceFile() {}

    /**
     * The settings of one service; empty when the file does not have it.
     *
     * @throws IllegalArgumentException with libpq's complaint about the file
     */
    static Optional<Conninfo> section(String file, List<String> lines, String name) {
        Optional<Conninfo> found = Optional.empty();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("[")) {
                if (inside) {
                    return found;
                }
                inside = line.startsWith("[" + name + "]");
                found = inside ? Optional.of(Conninfo.empty()) : found;
            } else if (inside && !line.isEmpty() && !line.startsWith("#")) {
                found = Optional.of(setting(found.orElseThrow(), line, file, i + 1));
            }
        }
        return found;
    }

    private static Conninfo setting(Conninfo so, String line, String file, int number) {
        int equals = line.indexOf('=');
        String keyword = line.substring(0, Math.max(0, equals));
        if (keyword.equals("service")) {
            throw new IllegalArgumentException(
                    "nested service specifications not supported in service file \"" + file + "\", line " + number);
        }
        if (!Conninfo.known(keyword)) {
            throw new IllegalArgumentException("syntax error in service file \"" + file + "\", line " + number);
        }
        return so.value(keyword) == null ? so.with(keyword, line.substring(equals + 1)) : so;
    }
}
