package dev.pgduo.export.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.pgduo.export.drift.Difference;
import dev.pgduo.export.drift.LabRun;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes runs as one JSON object: {@code {"runs": [{"lab": …, "differences": […]}, …]}}. */
public final class DriftJson {
    private final JsonGenerator json;

    private DriftJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the document; the writer stays open. */
    public static void write(List<LabRun> runs, Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder().build();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines));
            new DriftJson(json).document(runs);
        }
        out.write('\n');
    }

    private void document(List<LabRun> runs) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("runs");
        for (LabRun run : runs) {
            run(run);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void run(LabRun run) throws IOException {
        json.writeStartObject();
        json.writeStringField("lab", run.lab());
        json.writeStringField("server", run.asked());
        json.writeStringField("version", run.version());
        json.writeStringField("standing", run.standing());
        json.writeNumberField("seconds", run.elapsed().toMillis() / 1e3);
        if (!run.remark().isEmpty()) {
            json.writeStringField("remark", run.remark());
        }
        json.writeArrayFieldStart("differences");
        for (Difference difference : run.differences()) {
            difference(difference);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void difference(Difference difference) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", difference.line());
        json.writeStringField("standing", difference.standing());
        if (!difference.kind().isEmpty()) {
            json.writeStringField("kind", difference.kind());
        }
        json.writeArrayFieldStart("text");
        for (String line : difference.text()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
