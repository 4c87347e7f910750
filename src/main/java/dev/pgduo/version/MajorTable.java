package dev.pgduo.version;

import dev.pgduo.report.ResourceText;
import java.util.List;

/**
 * Facts that differ from major to major, from a text file beside a class: cells with {@code |} between them, the last one the majors
 * that they hold for, {@code FROM-TO} or {@code FROM-}. Empty lines, and those that begin with {@code #}, are not facts.
 *
 * @param rows those that hold for the major, without the last cell
 */
public record MajorTable(List<List<String>> rows) {
    public MajorTable {
        rows = List.copyOf(rows);
    }

    /**
     * The facts of one major.
     *
     * @param beside the class that the file is beside
     * @param name the file's
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
