package dev.pgduo.replay.compare;

import dev.pgduo.transcript.model.ExpectedLine;
import java.util.List;

/** Prepares a lab file's expected lines for comparison. */
final class LinePatterns implements ExpectedLine.Visitor<LinePattern> {

    static List<LinePattern> patterns(List<ExpectedLine> lines) {
        LinePatterns visitor = new LinePatterns();
        return lines.stream().map(line -> line.accept(visitor)).toList();
    }

    @Override
    public LinePattern exact(ExpectedLine.Exact line) {
        return LinePattern.exact(line.text());
    }

    @Override
    public LinePattern anyLines(ExpectedLine.AnyLines line) {
        return LinePattern.anyLines();
    }

    @Override
    public LinePattern glob(ExpectedLine.Glob line) {
        return LinePattern.glob(line.pattern());
    }

    @Override
    public LinePattern regex(ExpectedLine.Regex line) {
        return LinePattern.regex(line.pattern());
    }
}
