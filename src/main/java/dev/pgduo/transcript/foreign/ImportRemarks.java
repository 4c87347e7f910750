package dev.pgduo.transcript.foreign;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import dev.pgduo.report.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The remarks on the import of one file. Not thread-safe. */
final class ImportRemarks {
    private final String source;
    private final Set<ErrorReport> reports = new LinkedHashSet<>();

    ImportRemarks(String source) {
        this.source = source;
    }

    /** Adds an assumption about something that the document does not tell. */
    void guess(int line, String message, @Nullable String hint) {
        add(Severity.NOTICE, line, "guess: " + message, hint);
    }

    /** Adds a note on an action that may not be wanted. */
    void notice(int line, String message, @Nullable String hint) {
        add(Severity.NOTICE, line, message, hint);
    }

    /** Adds a warning about something that will not work as in the document. */
    void warn(int line, String message, @Nullable String hint) {
        add(Severity.WARNING, line, message, hint);
    }

    private void add(Severity severity, int line, String message, @Nullable String hint) {
        reports.add(new ErrorReport(severity, message, null, hint, new Position(source, line, 0)));
    }

    /** All remarks in the order of the file. */
    List<ErrorReport> inFileOrder() {
        return reports.stream()
                .sorted(Comparator.comparingInt(
                        each -> each.position() == null ? 0 : each.position().line()))
                .toList();
    }

    /** A text for messages: on one line, and shortened. */
    static String quoted(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        String cut = line.codePointCount(0, line.length()) > 72
                ? line.substring(0, line.offsetByCodePoints(0, 69)) + "..."
                : line;
        return "\"" + cut + "\"";
    }
}
