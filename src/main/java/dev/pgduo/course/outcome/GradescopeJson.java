package dev.pgduo.course.outcome;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.pgduo.course.progress.LabProgress;
import dev.pgduo.course.progress.TaskRecord;
import dev.pgduo.course.progress.TaskState;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes progress as Gradescope's {@code results.json}: a test for each task, a point for each one done.
 *
 * @see <a href="https://gradescope-autograders.readthedocs.io/en/latest/specs/">what Gradescope reads</a>
 */
public final class GradescopeJson {
    private final JsonGenerator json;

    private GradescopeJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the document; the writer stays open.
     *
     * @throws IOException when the writer fails
     */
    public static void write(List<LabProgress> labs, Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder().build();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines));
            new GradescopeJson(json).document(labs);
        }
        out.write('\n');
    }

    private void document(List<LabProgress> labs) throws IOException {
        json.writeStartObject();
        json.writeStringField("visibility", "visible");
        json.writeStringField("output", output(labs));
        json.writeArrayFieldStart("tests");
        for (int lab = 0; lab < labs.size(); lab++) {
            for (int task = 0; task < labs.get(lab).tasks().size(); task++) {
                test(labs.get(lab), (lab + 1) + "." + (task + 1), task);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String output(List<LabProgress> labs) {
        StringBuilder text = new StringBuilder();
        for (LabProgress lab : labs) {
            text.append(lab.lab())
                    .append(": ")
                    .append(lab.count(TaskState.DONE))
                    .append(" of ")
                    .append(lab.tasks().size())
                    .append(" tasks done, ")
                    .append(lab.count(TaskState.SHOWN))
                    .append(" shown\n");
        }
        return text.toString();
    }

    private void test(LabProgress lab, String number, int index) throws IOException {
        TaskRecord task = lab.tasks().get(index);
        boolean done = TaskWords.done(task);
        json.writeStartObject();
        json.writeNumberField("score", done ? 1 : 0);
        json.writeNumberField("max_score", 1);
        json.writeStringField("status", done ? "passed" : "failed");
        json.writeStringField("name", lab.lab() + ", " + TaskWords.name(index, task));
        json.writeStringField("number", number);
        json.writeStringField("output", TaskWords.verdict(task));
        json.writeArrayFieldStart("tags");
        json.writeString(lab.lab());
        json.writeString(task.state().word());
        json.writeEndArray();
        json.writeEndObject();
    }
}
