package dev.pgduo.version;

import dev.pgduo.report.ResourceText;
import java.util.List;

/**
 * A table of facts that depend on the major, from a text file beside a class: cells are separated by {@code |}, and the last
 * one has the majors for which the row holds, {@code FROM-TO} or {@code FROM-}. Empty lines, and those that begin with
 * {@code #}, are ignored.
 *
 * @param rows the rows for the major, without the last cell
 */
public record MajorTable(List<List<String>> rows) {
    public MajorTable {
        rows = List.copyOf(rows);
    }

    /**
     * The table for one major.
     *
     * @param beside the class in whose package the file is
     * @param name the file's name
     * @param major 9 is 9.6
     */
    public static MajorTable of(Class<?> beside, String name, int major) {
        return new MajorTable(ResourceText.of(beside, name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\\|", -1)))
                .filter(cells -> holds(cells.get(cells.size() - 1), major))
                .map(cells -> cells.subList(0, cells.size() - 1))
                .toList());
    }

    private static boolean holds(String majors, int major) {
        String[] ends = majors.split("-", 2);
        return major >= number(ends[0]) && (ends[1].isEmpty() || major <= number(ends[1]));
    }

    /** 9.6 counts as 9. */
    private static int number(String major) {
        return Integer.parseInt(major.replaceFirst("\\..*", ""));
    }
}
