package dev.pgduo.replay.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes outcomes as one JSON object: {@code {"runs": [{"lab": …, "differences": […]}, …]}}. */
public final class OutcomesJson {
    private final JsonGenerator json;

    private OutcomesJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the document; the writer stays open. */
    public static void write(List<LabOutcome> outcomes, Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder().build();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines));
            new OutcomesJson(json).document(outcomes);
        }
        out.write('\n');
    }

    private void document(List<LabOutcome> outcomes) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("runs");
        for (LabOutcome outcome : outcomes) {
            outcome(outcome);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void outcome(LabOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("lab", outcome.cell().lab());
        json.writeStringField("server", outcome.cell().server());
        json.writeStringField("version", outcome.cell().version().toString());
        json.writeStringField("standing", outcome.standing().toString());
        json.writeNumberField("seconds", outcome.elapsed().toMillis() / 1e3);
        if (!outcome.remark().isEmpty()) {
            json.writeStringField("remark", outcome.remark());
        }
        json.writeArrayFieldStart("differences");
        for (Finding finding : outcome.findings()) {
            finding(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", finding.line());
        json.writeStringField("standing", finding.standing().toString());
        if (!finding.kindLabel().isEmpty()) {
            json.writeStringField("kind", finding.kindLabel());
        }
        json.writeArrayFieldStart("text");
        for (String line : finding.words()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
