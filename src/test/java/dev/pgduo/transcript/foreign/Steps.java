package dev.pgduo.transcript.foreign;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.util.List;

/** What becomes of a document, for tests. */
record Steps(Imported imported) {
    static Steps of(String name, String text, String... map) {
        return new Steps(ForeignImport.read(name, text, PaneMap.of(List.of(map)), false));
    }

    static Steps translated(String name, String text, String... map) {
        return new Steps(ForeignImport.read(name, text, PaneMap.of(List.of(map)), true));
    }

    /** Each command with its pane in front: {@code 2 select 1;}, {@code a ls}, {@code 1 psql -p 5432}. */
    List<String> commands() {
        Transcript lab = TranscriptReader.parse(imported.lab(), "x.lab");
        return Step.all(lab.steps()).flatMap(step -> command(step).stream()).toList();
    }

    private static List<String> command(Step step) {
        if (step instanceof Step.SqlInput sql) {
            return List.of(sql.session() + " " + sql.input());
        }
        if (step instanceof Step.SessionOpen open) {
            return List.of(open.session() + " " + open.command());
        }
        if (step instanceof Step.OsCommand os) {
            return List.of(os.node() + " " + os.command());
        }
        return step instanceof Step.LabCommand lab ? List.of("lab " + lab.command()) : List.of();
    }

    /** The messages of the report. */
    List<String> messages() {
        return imported.report().stream().map(ErrorReport::message).toList();
    }
}
