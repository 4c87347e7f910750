package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.report.Position;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.PlacedText;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.model.WrongAnswer;
import dev.pgduo.transcript.read.WrongAnswerReader;
import dev.pgduo.transcript.write.TranscriptFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {
    private static final String[] LAB = {
        "lab> up",
        "",
        "%task  Make it fast.",
        "%hint Look at work_mem.",
        "%if pg >= 15",
        "%hint It is 15.",
        "%else",
        "%hint It is older.",
        "%end",
        "%check setting a work_mem = 7MB",
        "%check  running a",
        "%wrong a: set work_mem = '7MB'",
        "%wrong lab: stop b then sh a: false => error",
        "",
        "Prose inside.",
        "",
        "    => alter system set work_mem = '7MB';",
        "    ALTER SYSTEM",
        "",
        "lab> reload a",
        "%end",
        "",
        "lab> down",
    };

    private static Resolution resolution(String... lines) {
        return Texts.parse(lines).resolve(Texts.PG15);
    }

    @Test
    void haveTheirClausesAndTheirSteps() {
        Resolution resolution = resolution(LAB);
        ResolvedTask task = resolution.tasks().get(0);
        assertThat(resolution.tasks()).hasSize(1);
        assertThat(task.text()).isEqualTo("Make it fast.");
        assertThat(task.task().span().first()).isEqualTo(3);
        assertThat(task.hints()).containsExactly("Look at work_mem.", "It is 15.");
        assertThat(task.checks())
                .containsExactly(new PlacedText(10, 8, "setting a work_mem = 7MB"), new PlacedText(11, 9, "running a"));
        assertThat(task.wrongs())
                .extracting(PlacedText::text)
                .containsExactly("a: set work_mem = '7MB'", "lab: stop b then sh a: false => error");
        List<Step> solution = resolution.steps().subList(task.from(), task.to()).stream()
                .map(ResolvedStep::step)
                .filter(step -> !(step instanceof Step.Blank))
                .toList();
        assertThat(solution).hasExactlyElementsOfTypes(Step.Prose.class, Step.SqlInput.class, Step.LabCommand.class);
    }

    @Test
    void areNoStepsOfTheirOwn() {
        Transcript transcript = Texts.parse(LAB);
        List<ResolvedStep> steps = transcript.resolve(Texts.PG15).steps();
        assertThat(steps)
                .noneMatch(step -> step.step() instanceof Step.Task || step.step() instanceof Step.DirectiveLine);
        assertThat(steps.stream().flatMap(step -> transcript.typed(step).stream()))
                .filteredOn(line -> !line.isBlank())
                .containsExactly(
                        "lab> up",
                        "Prose inside.",
                        "    => alter system set work_mem = '7MB';",
                        "lab> reload a",
                        "lab> down");
        assertThat(Step.all(transcript.steps()).filter(Step::runs)).hasSize(4);
        assertThat(Step.all(transcript.steps())
                        .filter(step ->
                                step instanceof Step.DirectiveLine line && line.directive() instanceof Directive.Hint))
                .hasSize(3);
    }

    @Test
    void layoutOfTheirLines() {
        String text = "%task   Do  it. \n%hint   One \n%check  running a\n\n\n\nlab> up\n%end \n";
        assertThat(TranscriptFormatter.format(Texts.parse(text.split("\n"))))
                .isEqualTo("%task Do  it.\n%hint One\n%check running a\n\nlab> up\n%end\n");
    }

    @Test
    void mayStandInALanguage() {
        Transcript transcript = Texts.parse(
                "%lang ru", "%task Запустите.", "%check running a", "lab> up", "%end", "%else", "lab> up", "%end");
        assertThat(transcript.resolve(Texts.PG15).tasks()).isEmpty();
        assertThat(transcript
                        .in(transcript.header().run().variant().in("ru"))
                        .resolve(Texts.PG15)
                        .tasks())
                .extracting(ResolvedTask::text)
                .containsExactly("Запустите.");
    }

    @Test
    void whatIsMissingOrOutOfPlaceIsSaid() {
        assertThat(Texts.errors("lab> up", "%check running a", "%hint x", "%wrong a: select 1"))
                .extracting(error -> error.lines().findFirst().orElseThrow())
                .containsExactly(
                        "x.lab:2:1: ERROR:  \"%check\" is outside of a task",
                        "x.lab:3:1: ERROR:  \"%hint\" is outside of a task",
                        "x.lab:4:1: ERROR:  \"%wrong\" is outside of a task");
        assertThat(Texts.errors("%task", "lab> up", "%end"))
                .extracting(error -> error.lines().findFirst().orElseThrow())
                .containsExactly("x.lab:1:1: ERROR:  task has no text", "x.lab:1:1: ERROR:  task has no \"%check\"");
        assertThat(Texts.errors("lab> up", "%task x", "%check running a", "Prose.", "%end"))
                .containsExactly("x.lab:2:1: ERROR:  task has no solution\n"
                        + "HINT:  Its steps stand above the task's \"%end\".");
        assertThat(Texts.errors("%task x", "%check running a", "lab> up"))
                .containsExactly("x.lab:1:1: ERROR:  \"%task\" is never closed\n"
                        + "HINT:  Put \"%end\" on a line of its own where it ends.");
        assertThat(Texts.errors("%task x", "%check running a", "lab> up", "%task y", "lab> down", "%end", "%end"))
                .containsExactly("x.lab:4:1: ERROR:  a task cannot stand in a task\nHINT:  Put \"%end\" above it.");
        assertThat(Texts.errors("%task x", "%check running a", "lab> up", "%hint y", "%else", "%end z"))
                .extracting(error -> error.lines().findFirst().orElseThrow())
                .containsExactly(
                        "x.lab:4:1: ERROR:  \"%hint\" is below a step of the solution",
                        "x.lab:5:1: ERROR:  \"%else\" without \"%if\"",
                        "x.lab:6:6: ERROR:  directive \"%end\" takes no argument");
        assertThat(Texts.errors("%task x\n".repeat(200).split("\n"))).isNotEmpty();
    }

    @Test
    void clausesSayWhatIsWrongInThem() {
        assertThat(Texts.errors(
                        "%task x",
                        "%check running a",
                        "%hint",
                        "%check",
                        "%wrong",
                        "%wrong select 1",
                        "%wrong a: select 1 then b:",
                        "lab> up",
                        "%end"))
                .extracting(error -> error.lines().findFirst().orElseThrow())
                .containsExactly(
                        "x.lab:3:6: ERROR:  directive \"%hint\" has no text",
                        "x.lab:4:7: ERROR:  directive \"%check\" has no predicate",
                        "x.lab:5:7: ERROR:  invalid \"%wrong\"",
                        "x.lab:6:8: ERROR:  invalid \"%wrong\"",
                        "x.lab:7:25: ERROR:  invalid \"%wrong\"");
    }

    @Test
    void wrongAnswersHaveParts() {
        assertThat(WrongAnswerReader.read(
                        "a: select 'x then y'; select 2 then lab: stop b then sh b: ls | wc => error",
                        new Position("x.lab", 1, 1)))
                .isEqualTo(new WrongAnswer(
                        List.of(
                                new WrongAnswer.Sql("a", "select 'x then y'; select 2"),
                                new WrongAnswer.Lab("stop b"),
                                new WrongAnswer.Os("b", "ls | wc")),
                        true));
        assertThat(WrongAnswerReader.read("sh  a : true", new Position("x.lab", 1, 1)))
                .isEqualTo(new WrongAnswer(List.of(new WrongAnswer.Os("a", "true")), false));
    }
}
