package dev.pgduo.replay.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.pgduo.replay.shard.Plan;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes results as one JSON object; docs/verify.schema.json describes it. */
public final class OutcomesJson {
    /** The version of the format: raised when something is removed or gets another meaning, not when something is added. */
    private static final int SCHEMA = 1;

    private final JsonGenerator json;

    private OutcomesJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the document; the writer stays open. */
    public static void write(VerifyResult result, Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder().build();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines));
            new OutcomesJson(json).document(result);
        }
        out.write('\n');
    }

    private void document(VerifyResult result) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("pgduo", result.version());
        plan(result.plan());
        json.writeObjectFieldStart("counts");
        for (CellStatus standing : CellStatus.values()) {
            long count = result.outcomes().stream()
                    .filter(outcome -> outcome.standing() == standing)
                    .count();
            json.writeNumberField(standing.toString(), count);
        }
        json.writeEndObject();
        json.writeArrayFieldStart("runs");
        for (VerifyResult.Run run : result.runs()) {
            json.writeStartObject();
            json.writeNumberField("cell", run.cell());
            outcome(run.outcome());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unavailable");
        for (VerifyResult.Unavailable server : result.unavailable()) {
            json.writeStartObject();
            json.writeStringField("server", server.server());
            json.writeArrayFieldStart("cells");
            for (int cell : server.cells()) {
                json.writeNumber(cell);
            }
            json.writeEndArray();
            strings("text", server.words());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void plan(Plan plan) throws IOException {
        json.writeObjectFieldStart("plan");
        json.writeStringField("hash", plan.hash());
        json.writeNumberField("cells", plan.cells());
        json.writeNumberField("shard", plan.shard().number());
        json.writeNumberField("shards", plan.shard().of());
        json.writeEndObject();
    }

    private void outcome(LabOutcome outcome) throws IOException {
        json.writeStringField("lab", outcome.cell().lab());
        json.writeStringField("server", outcome.cell().server());
        json.writeStringField("version", outcome.cell().version().toString());
        json.writeStringField("standing", outcome.standing().toString());
        json.writeBooleanField("played", outcome.unplayed().isEmpty());
        json.writeNumberField("seconds", outcome.elapsed().toMillis() / 1e3);
        counts(outcome);
        if (!outcome.remark().isEmpty()) {
            json.writeStringField("remark", outcome.remark());
        }
        if (!outcome.unplayed().isEmpty()) {
            strings("unplayed", outcome.unplayed());
        }
        strings("notes", outcome.notes());
        steps(outcome.steps());
        json.writeArrayFieldStart("unfilled");
        for (StepOutcome step : outcome.steps()) {
            if (step.unfilled()) {
                json.writeStartObject();
                place(step);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("differences");
        for (StepOutcome step : outcome.steps()) {
            for (Finding finding : step.findings()) {
                finding(step, finding);
            }
        }
        json.writeEndArray();
    }

    private void steps(List<StepOutcome> steps) throws IOException {
        json.writeArrayFieldStart("steps");
        for (StepOutcome step : steps) {
            json.writeStartObject();
            place(step);
            json.writeNumberField("seconds", step.elapsed().toMillis() / 1e3);
            json.writeBooleanField("run", step.run());
            json.writeStringField("comparing", step.comparing().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void counts(LabOutcome outcome) throws IOException {
        boolean played = outcome.unplayed().isEmpty();
        json.writeObjectFieldStart("counts");
        json.writeNumberField("steps", played ? outcome.steps().size() : 0);
        json.writeNumberField("matched", played ? outcome.matched() : 0);
        json.writeNumberField("adapted", played ? outcome.adapted() : 0);
        json.writeNumberField("failed", played ? outcome.failed() : 0);
        json.writeNumberField("skipped", played ? outcome.skipped() : 0);
        json.writeNumberField("not_compared", played ? outcome.notCompared() : 0);
        json.writeEndObject();
    }

    private void place(StepOutcome step) throws IOException {
        json.writeStringField("step", step.name());
        json.writeNumberField("line", step.line());
    }

    private void finding(StepOutcome step, Finding finding) throws IOException {
        json.writeStartObject();
        place(step);
        json.writeStringField("standing", finding.standing().toString());
        if (!finding.kindLabel().isEmpty()) {
            json.writeStringField("kind", finding.kindLabel());
        }
        json.writeStringField("type", finding.type());
        json.writeStringField("message", finding.message());
        strings("text", finding.words());
        json.writeBooleanField("output", finding.output());
        if (finding.line() != step.line()) {
            json.writeNumberField("at", finding.line());
        }
        if (finding.after().isPresent()) {
            json.writeNumberField("after", finding.after().getAsInt());
        }
        if (finding.output()) {
            strings("actual", finding.compared());
        }
        json.writeEndObject();
    }

    private void strings(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
