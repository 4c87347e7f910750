package dev.pgduo.transcript.read;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import dev.pgduo.transcript.model.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Collects the errors of one file. Not thread-safe. */
final class Problems {
    private static final Comparator<ErrorReport> FILE_ORDER = Comparator.comparing(
            ErrorReport::position,
            Comparator.nullsLast(Comparator.comparingInt(Position::line).thenComparingInt(Position::column)));

    private final String source;
    private final BiFunction<Integer, Integer, Position> places;
    private final List<ErrorReport> reports = new ArrayList<>();

    Problems(String source) {
        this(source, (line, column) -> new Position(source, line, column));
    }

    private Problems(String source, BiFunction<Integer, Integer, Position> places) {
        this.source = source;
        this.places = places;
    }

    /** The errors of a file whose line numbers include those of included files. */
    Problems in(SourceText text) {
        return new Problems(source, text::position);
    }

    String source() {
        return source;
    }

    /** @param column from 1, or 0 for the whole line */
    void add(int line, int column, String message, @Nullable String hint) {
        add(ErrorReport.error(message).hint(hint), line, column);
    }

    void add(ErrorReport report, int line, int column) {
        reports.add(report.at(places.apply(line, column)));
    }

    /** Adds an error with a position. */
    void add(ErrorReport placed) {
        reports.add(placed);
    }

    /** The position of this line and column. */
    Position place(int line, int column) {
        return places.apply(line, column);
    }

    boolean none() {
        return reports.isEmpty();
    }

    List<ErrorReport> inFileOrder() {
        return reports.stream().sorted(FILE_ORDER).toList();
    }
}
