package dev.pgduo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.compare.VolatileClass;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private final Captures captures = Captures.none();

    private static Judge judge(String lab) {
        Transcript transcript = TranscriptReader.parse(lab, "x.lab");
        return new Judge(transcript, new KnownDifferences(new Capabilities(15)), PlayOptions.STANDARD);
    }

    private static ResolvedStep step(String lab) {
        Environment environment = new Environment(ServerVersion.ofMajor(15), "linux", tool -> false);
        return TranscriptReader.parse(lab, "x.lab").resolve(environment).steps().stream()
                .filter(step -> step.step().governed())
                .findFirst()
                .orElseThrow();
    }

    private Verdict verdict(String lab, Optional<String> error, String... lines) {
        return judge(lab).judge(step(lab), Outcome.of(List.of(lines), error, false), captures);
    }

    private Verdict verdict(String lab, String... lines) {
        return verdict(lab, Optional.empty(), lines);
    }

    @Test
    void comparesWhatIsExpected() {
        assertThat(verdict("postgres> x\na\n", "a")).isInstanceOf(Verdict.Matched.class);
        assertThat(verdict("postgres> x\na\n", "b")).isInstanceOf(Verdict.Differs.class);
        assertThat(verdict("postgres> x\n\n", "")).isInstanceOf(Verdict.Matched.class);
        assertThat(verdict("%unordered\npostgres> x\na\nb\n", "b", "a")).isInstanceOf(Verdict.Matched.class);
    }

    @Test
    void takesTextBehindABlankLineForTheRestOfTheOutput() {
        String lab = "postgres> ls a b\na\n\nb:\nc\n\nProse.\n";
        assertThat(verdict(lab, "a", "", "b:", "c")).isInstanceOf(Verdict.Matched.class);
        assertThat(verdict(lab, "a", "", "b:", "d")).isInstanceOf(Verdict.Differs.class);
        assertThat(verdict(lab, "a", "", "b:", "c", "", "e")).isInstanceOf(Verdict.Differs.class);
        assertThat(verdict(lab, "b", "", "b:", "c")).isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void showsWhatCameInThePlaceOfAMissingLine() {
        Verdict verdict = verdict("postgres> x\nX\n", "primary_conninfo = 'port=5432'");
        assertThat(((Verdict.Differs) verdict).diff().lines())
                .extracting(line -> line.mark() + line.text())
                .containsExactly("-X", "+primary_conninfo = 'port=5432'");
    }

    @Test
    void doesNotCountAsMatchedWhatWasNotCompared() {
        assertThat(verdict("postgres> x\n\n", "b")).isInstanceOf(Verdict.NotCompared.class);
        assertThat(verdict("%ignore\npostgres> x\na\n", "b")).isInstanceOf(Verdict.NotCompared.class);
        String lab = "postgres> x\n";
        Judge strict = new Judge(
                TranscriptReader.parse(lab, "x.lab"),
                new KnownDifferences(new Capabilities(15)),
                new PlayOptions(true, false, Optional.empty(), false));
        Verdict verdict = strict.judge(step(lab), Outcome.of(List.of("b"), Optional.empty(), false), captures);
        assertThat(verdict.failed()).isTrue();
    }

    @Test
    void anErrorUnderAnyLinesIsNotAnnounced() {
        Verdict alone = verdict("postgres> x\n...\n", Optional.of(""), "x: command not found");
        assertThat(alone).isInstanceOf(Verdict.Broken.class);
        assertThat(verdict("postgres> x\n...\n", "y")).isInstanceOf(Verdict.Matched.class);
        assertThat(verdict("postgres> x\n...\nx: * (glob)\n", Optional.of(""), "x: command not found"))
                .isInstanceOf(Verdict.Matched.class);
        assertThat(verdict("%expect-error\npostgres> x\n...\n", Optional.of(""), "x: command not found"))
                .isInstanceOf(Verdict.Matched.class);
    }

    @Test
    void grantsKnownDifferencesWithTheirReasons() {
        Verdict verdict = verdict(
                "postgres> pg_ctl promote\nserver promoting\n",
                "waiting for server to promote.... done",
                "server promoted");
        assertThat(verdict).isInstanceOf(Verdict.Adapted.class);
        assertThat(((Verdict.Adapted) verdict).granted())
                .containsExactly(new Verdict.Reason(
                        "since 10 pg_ctl promote waits until the server is promoted", Drift.COSMETIC));
    }

    @Test
    void grantsTheDatabaseInAConninfo() {
        String without = "echo \"primary_conninfo = 'user=x port=1 application_name=b'\"";
        String with = "echo \"primary_conninfo = 'user=x port=1 dbname=postgres application_name=b'\"";
        assertThat(on(17, without, with)).isInstanceOf(Verdict.Adapted.class);
        assertThat(on(16, with, without)).isInstanceOf(Verdict.Adapted.class);
        assertThat(on(16, without, with).failed()).isTrue();
        assertThat(on(17, with, without).failed()).isTrue();
        assertThat(on(17, without, with.replace("port=1", "port=2")).failed()).isTrue();
    }

    private Verdict on(int major, String expected, String actual) {
        String lab = "postgres> x\n" + expected + "\n";
        Judge judge = new Judge(
                TranscriptReader.parse(lab, "x.lab"),
                new KnownDifferences(new Capabilities(major)),
                PlayOptions.STANDARD);
        return judge.judge(step(lab), Outcome.of(List.of(actual), Optional.empty(), false), captures);
    }

    @Test
    void anErrorMustBeAnnounced() {
        Optional<String> syntax = Optional.of("42601");
        assertThat(verdict("    => x;\n", syntax, "ERROR:  x").failed()).isTrue();
        assertThat(verdict("    => x;\n    ERROR:  x\n", syntax, "ERROR:  x").failed())
                .isFalse();
        assertThat(verdict("%expect-error 42601\n    => x;\n", syntax, "ERROR:  x")
                        .failed())
                .isFalse();
        assertThat(verdict("%expect-error 42602\n    => x;\n", syntax, "ERROR:  x")
                        .failed())
                .isTrue();
        assertThat(verdict("%expect-error\n    => x;\n", "ok").failed()).isTrue();
        assertThat(verdict("%ignore\n    => x;\n    y\n", syntax, "ERROR:  x").failed())
                .isFalse();
    }

    @Test
    void anErrorOverANameOfAnotherMajorSaysSo() {
        Verdict renamed = verdict(
                "    => select pg_current_xlog_location();\n",
                Optional.of("42883"),
                "ERROR:  function pg_current_xlog_location() does not exist");
        assertThat(renamed).isInstanceOf(Verdict.Broken.class);
        Verdict.Broken broken = (Verdict.Broken) renamed;
        assertThat(broken.drift()).contains(Drift.RENAMED);
        assertThat(broken.report().hint()).contains("pg_current_wal_lsn()", "%expect-error 42883");
        assertThat(broken.report().position()).hasToString("x.lab:1");
    }

    @Test
    void anUnexpectedErrorIsNoDriftOfWords() {
        Verdict verdict =
                verdict("postgres> pg_ctl stop\nserver stopped\n", Optional.of(""), "pg_ctl: server stopped already");
        assertThat(((Verdict.Differs) verdict).drift()).isEqualTo(Drift.SEMANTIC);
    }

    @Test
    void brokenAndPendingStepsAreNotCompared() {
        String lab = "postgres> x\na\n";
        Outcome broken = Outcome.broken(ErrorReport.error("no"), List.of());
        assertThat(judge(lab).judge(step(lab), broken, captures)).isInstanceOf(Verdict.Broken.class);
        assertThat(judge(lab).judge(step(lab), Outcome.isPending(), captures)).isInstanceOf(Verdict.Pending.class);
    }

    @Test
    void fillsCapturesIn() {
        String lab = "postgres> x\nit is %{v}\n";
        Outcome outcome = Outcome.of(List.of("it is 7"), Optional.empty(), false);
        assertThat(judge(lab).judge(step(lab), outcome, captures.with("v", "7")).failed())
                .isFalse();
        assertThat(judge(lab).judge(step(lab), outcome, captures.with("v", "8")).failed())
                .isTrue();
    }

    @Test
    void knowsWhatItOverlooked() {
        String lab = "postgres> x\nPID: 7\na* (glob)\nb* (glob)\n...\n";
        Judge judge = judge(lab);
        judge.judge(step(lab), Outcome.of(List.of("PID: 8", "ab"), Optional.empty(), false), captures);
        assertThat(judge.usage().patterns()).containsExactly(3);
        assertThat(judge.usage().classes()).isEmpty();
        judge.judge(step(lab), Outcome.of(List.of("PID: 8", "ab", "bc", "z"), Optional.empty(), false), captures);
        assertThat(judge.usage().patterns()).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(judge.usage().classes()).containsExactly(VolatileClass.PID);
        assertThat(judge.usage().granted()).isEmpty();
        assertThat(judge.usage().offered()).isNotEmpty();
    }
}
