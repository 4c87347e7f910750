package dev.pgduo.cluster.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a file of facts beside this class: cells with {@code |} between them, the last one the majors they hold for. */
record FactFile(List<List<String>> rows) {
    FactFile {
        rows = List.copyOf(rows);
    }

    /** The rows that hold for this major, without the last cell. */
    static FactFile of(String name, int major) {
        try (InputStream in = FactFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new FactFile(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\|", -1)))
                    .filter(cells -> holds(cells.get(cells.size() - 1), major))
                    .map(cells -> cells.subList(0, cells.size() - 1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code FROM-TO} or {@code FROM-}. */
    private static boolean holds(String majors, int major) {
        String[] ends = majors.split("-", 2);
        return major >= number(ends[0]) && (ends[1].isEmpty() || major <= number(ends[1]));
    }

    /** 9.6 counts as 9. */
    private static int number(String major) {
        return Integer.parseInt(major.replaceFirst("\\..*", ""));
    }
}
