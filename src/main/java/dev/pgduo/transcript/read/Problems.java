package dev.pgduo.transcript.read;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. Not thread-safe. */
final class Problems {
    private static final Comparator<ErrorReport> FILE_ORDER = Comparator.comparing(
            ErrorReport::position,
            Comparator.nullsLast(Comparator.comparingInt(Position::line).thenComparingInt(Position::column)));

    private final String source;
    private final List<ErrorReport> reports = new ArrayList<>();

    Problems(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** @param column 1-based, or 0 for the whole line */
    void add(int line, int column, String message, @Nullable String hint) {
        add(ErrorReport.error(message).hint(hint), line, column);
    }

    void add(ErrorReport report, int line, int column) {
        reports.add(report.at(new Position(source, line, column)));
    }

    boolean none() {
        return reports.isEmpty();
    }

    List<ErrorReport> inFileOrder() {
        return reports.stream().sorted(FILE_ORDER).toList();
    }
}
