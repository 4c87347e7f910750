package dev.pgduo.replay.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.replay.UsedTolerances;
import dev.pgduo.replay.Verdict;
import dev.pgduo.replay.compare.Comparison;
import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MatrixUpdateTest {
    private static final TranscriptUpdate UPDATE = new TranscriptUpdate(true, false);
    private static final TranscriptUpdate FILL = new TranscriptUpdate(false, true);

    /** What a server prints for a step, by the number of the major (9 is 9.6) and the step's input. */
    private interface Servers {
        String output(int major, String input);
    }

    private static String update(String lab, Servers servers, TranscriptUpdate how, int... majors) {
        Transcript transcript = TranscriptReader.parse(lab, "x.lab");
        List<Played> played = new ArrayList<>();
        for (int major : majors) {
            played.add(new Played(server(major), play(transcript, major, servers)));
        }
        String text = new MatrixUpdate(played, how).text();
        Transcript now = TranscriptReader.parse(text, "x.lab");
        assertThat(now.write()).isEqualTo(text);
        for (int major : majors) {
            assertThat(play(now, major, servers).results())
                    .as(text + "\non " + major)
                    .noneMatch(step -> step.verdict().failed());
        }
        return text;
    }

    private static ServerVersion server(int major) {
        return ServerVersion.ofMajor(major);
    }

    private static PlayResult play(Transcript transcript, int major, Servers servers) {
        Resolution resolution = transcript.resolve(new Environment(server(major), "linux", tool -> false));
        List<StepResult> results = resolution.steps().stream()
                .filter(step -> step.step().governed())
                .map(step -> result(step, servers.output(major, input(transcript, step))))
                .toList();
        return new PlayResult(transcript, resolution, results, new UsedTolerances(), Duration.ZERO);
    }

    private static String input(Transcript transcript, ResolvedStep step) {
        return transcript.text().line(step.step().span().first()).text().strip();
    }

    private static StepResult result(ResolvedStep step, String output) {
        List<String> actual = output.isEmpty() ? List.of() : List.of(output.split("\n", -1));
        Comparison comparison = Matcher.compare(step.expected().lines(), actual, Rules.standard());
        Verdict verdict = comparison instanceof Comparison.Mismatch mismatch
                        && !step.expected().lines().isEmpty()
                ? new Verdict.Differs(mismatch.diff(), mismatch.notes(), Rules.standard(), false)
                : new Verdict.Matched();
        return new StepResult(step, actual, verdict, Duration.ZERO);
    }

    private static Servers same(Function<Integer, String> output) {
        return (major, input) -> output.apply(major);
    }

    @Test
    void writesWhatDiffersAsBranches() {
        assertThat(update(
                        "Prose  \r\n\r\npostgres> x\r\nfirst\r\nold\r\nlast\r\n\r\nMore.",
                        same(major -> "first\n" + (major < 12 ? "old" : "new") + "\nlast"),
                        UPDATE,
                        9,
                        11,
                        12,
                        18))
                .isEqualTo(
                        "Prose  \r\n\r\npostgres> x\r\nfirst\r\n%if pg < 12\r\nold\r\n%else\r\nnew\r\n%end\r\nlast\r\n\r\nMore.");
    }

    @Test
    void aDifferenceOfAllServersNeedsNoBranch() {
        assertThat(update("postgres> x\nold\n", same(major -> "new"), UPDATE, 9, 12))
                .isEqualTo("postgres> x\nnew\n");
        assertThat(update("postgres> x\nold\n", same(major -> "old"), UPDATE, 9, 12))
                .isEqualTo("postgres> x\nold\n");
    }

    @Test
    void whatOnlySomePrintHasOneBranch() {
        assertThat(update(
                        "postgres> x\na\nb\n", same(major -> major >= 16 ? "a\nextra\nb" : "a\nb"), UPDATE, 15, 16, 18))
                .isEqualTo("postgres> x\na\n%if pg >= 16\nextra\n%end\nb\n");
        assertThat(update("postgres> x\na\nb\n", same(major -> major >= 16 ? "a" : "a\nb"), UPDATE, 15, 16, 18))
                .isEqualTo("postgres> x\na\n%if pg < 16\nb\n%end\n");
    }

    @Test
    void volatileValuesMakeNoVariants() {
        assertThat(update(
                        "postgres> x\nserver stopped\n",
                        same(major -> "server gone (PID: 10" + major + ")"),
                        UPDATE,
                        9,
                        12,
                        18))
                .isEqualTo("postgres> x\nserver gone (PID: 1018)\n");
    }

    @Test
    void patternsAndBarsStay() {
        String lab = "    |    => select 1;\n    |    [ab]+ (re)\n    |    x\n    |    \n\nProse.\n";
        assertThat(update(lab, same(major -> "abba\n" + (major < 14 ? "x" : "y") + "\n"), UPDATE, 13, 14))
                .isEqualTo(
                        "    |    => select 1;\n    |    [ab]+ (re)\n%if pg < 14\n    |    x\n%else\n    |    y\n%end\n    |    \n\nProse.\n");
    }

    @Test
    void branchesAreExtendedAndCorrected() {
        String lab = "postgres> x\n%if pg < 12\nold\n%else\nnew\n%end\n";
        assertThat(update(lab, same(major -> major < 13 ? "old" : "new"), UPDATE, 11, 12, 13))
                .isEqualTo("postgres> x\n%if pg < 13\nold\n%else\nnew\n%end\n");
        assertThat(update(lab, same(major -> major < 12 ? "old" : major < 16 ? "new" : "newest"), UPDATE, 11, 15, 16))
                .isEqualTo("postgres> x\n%if pg < 12\nold\n%elif pg < 16\nnew\n%else\nnewest\n%end\n");
        assertThat(update(lab, same(major -> "one"), UPDATE, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18))
                .isEqualTo("postgres> x\none\n");
    }

    @Test
    void branchesOfServersThatDidNotPlayStay() {
        String lab = "postgres> x\n%if pg < 12\nold\n%else\nnew\n%end\n";
        assertThat(update(lab, same(major -> major == 15 ? "15" : "16"), UPDATE, 15, 16))
                .isEqualTo("postgres> x\n%if pg < 12\nold\n%elif pg < 16\n15\n%else\n16\n%end\n");
    }

    @Test
    void branchesThatAskForAProgramAreLeft() {
        String lab = "postgres> x\n%if tool(psql)\nold\n%else\nnew\n%end\n";
        Transcript transcript = TranscriptReader.parse(lab, "x.lab");
        List<Played> played = List.of(
                new Played(server(15), play(transcript, 15, same(major -> "a"))),
                new Played(server(16), play(transcript, 16, same(major -> "b"))));
        MatrixUpdate update = new MatrixUpdate(played, UPDATE);
        assertThat(update.text()).isEqualTo(lab);
        assertThat(update.left()).containsExactly(1);
    }

    @Test
    void fillsWhatIsEmpty() {
        assertThat(update(
                        "postgres> x\n\npostgres> y\nz\n",
                        (major, in) -> in.endsWith("x") ? "v" + major / 12 : "z",
                        FILL,
                        9,
                        12))
                .isEqualTo("postgres> x\n%if pg < 12\nv0\n%else\nv1\n%end\n\npostgres> y\nz\n");
    }

    @Test
    void lateOutputIsNotTornApart() {
        String lab = "    => lock t;\n\npostgres> x\nx\n\n    LOCK TABLE\n    a\n    b\n";
        Servers servers = (major, input) -> input.equals("postgres> x")
                ? "x"
                : input.startsWith("=>") ? "" : "LOCK TABLE\n" + (major < 12 ? "a" : "c") + "\nb";
        String text = update(lab, servers, UPDATE, 11, 12);
        assertThat(text).contains("LOCK TABLE");
    }

    @Test
    void randomOutputsVerifyAtOnce() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int[] majors = {9, 10, 12, 15, 18};
            List<String> outputs = new ArrayList<>();
            for (int i = 0; i < 19; i++) {
                outputs.add(block(random));
            }
            String first = outputs.get(random.nextInt(19));
            String indent = random.nextBoolean() ? "    " : "";
            StringBuilder lab = new StringBuilder(indent.isEmpty() ? "postgres> x\n" : indent + "=> x;\n");
            first.lines().forEach(line -> lab.append(indent).append(line).append('\n'));
            lab.append("\nProse.\n");
            update(lab.toString(), same(outputs::get), UPDATE, majors);
        }
    }

    private static String block(Random random) {
        StringBuilder block = new StringBuilder("top\n");
        int lines = random.nextInt(4);
        for (int i = 0; i < lines; i++) {
            block.append("abc".charAt(random.nextInt(3))).append('\n');
        }
        return block.append("end").toString();
    }
}
