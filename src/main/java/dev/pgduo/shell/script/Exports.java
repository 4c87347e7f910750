package dev.pgduo.shell.script;

import dev.pgduo.export.drift.Difference;
import dev.pgduo.export.drift.LabRun;
import dev.pgduo.export.json.DriftJson;
import dev.pgduo.export.junit.JunitXml;
import dev.pgduo.export.tap.Tap;
import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.drift.Cell;
import dev.pgduo.replay.drift.Finding;
import dev.pgduo.replay.drift.Standing;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Writes the reports of all cells into the files that were asked for. */
record Exports(
        @Nullable String junit,
        @Nullable String tap,
        @Nullable String json) {

    /** @throws LabException when a file cannot be written */
    void write(List<CellReport> reports) {
        write(
                junit,
                out -> JunitXml.write(reports.stream().map(CellReport::suite).toList(), out));
        write(tap, out -> Tap.write(runs(reports), out));
        write(json, out -> DriftJson.write(runs(reports), out));
    }

    private interface Format {
        void write(Writer out) throws IOException, XMLStreamException;
    }

    private static void write(@Nullable String file, Format format) {
        if (file == null) {
            return;
        }
        try (Writer out = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)) {
            format.write(out);
        } catch (IOException | XMLStreamException e) {
            throw new LabException(ErrorReport.error("could not write file \"" + file + "\": " + e.getMessage()), e);
        }
    }

    private static List<LabRun> runs(List<CellReport> reports) {
        return reports.stream().map(Exports::run).toList();
    }

    private static LabRun run(CellReport report) {
        Cell cell = report.cell();
        boolean skipped = cell.standing() == Standing.SKIPPED;
        return new LabRun(
                cell.lab(),
                cell.server(),
                report.plan().target().version(),
                cell.standing().toString(),
                cell.elapsed(),
                skipped ? String.join(" ", report.details()) : "",
                cell.findings().stream().map(Exports::difference).toList());
    }

    private static Difference difference(Finding finding) {
        return new Difference(
                finding.line(),
                finding.standing().toString(),
                finding.kind().map(Drift::label).orElse(""),
                finding.words());
    }
}
