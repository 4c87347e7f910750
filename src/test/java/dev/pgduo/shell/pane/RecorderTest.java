package dev.pgduo.shell.pane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.lab.os.Naming;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecorderTest {
    @TempDir
    private Path directory = Path.of("");

    /** The steps of the file are those that were done, at every moment, however pgduo ends. */
    @Test
    void whatWasDoneReadsBack() throws IOException {
        for (int seed = 0; seed < 400; seed++) {
            Path file = directory.resolve(seed + ".lab");
            Recorder recorder = recorder();
            recorder.start(file, "15", false);
            RandomDoings doings = new RandomDoings(seed);
            for (int i = 0; i < 6; i++) {
                doings.next(recorder);
                String text = Files.readString(file);
                assertThat(doings.steps().isEmpty() ? List.<ReadBack>of() : ReadBack.of(text))
                        .as("seed %s: %s", seed, text)
                        .zipSatisfy(
                                doings.steps(),
                                (read, done) -> assertThat(read.is(done))
                                        .as("%s for %s", read, done)
                                        .isTrue());
            }
            assertThat(recorder.stop()).isLessThanOrEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b.lab", "it's.lab", "\"q\" \\.lab", "tab\there.lab", "two\nlines.lab", "%if.lab", "ж.lab"})
    void hasTheFilesNameForItsTitle(String name) throws IOException {
        Path file = directory.resolve(name);
        Recorder recorder = recorder();
        recorder.start(file, "9.6", false);
        recorder.lab("up", List.of());
        assertThat(transcript(Files.readString(file)).header().title())
                .isEqualTo(name.substring(0, name.length() - ".lab".length()));
    }

    @Test
    void aNameWithoutAStemIsATitle() throws IOException {
        Path file = directory.resolve(".lab");
        Recorder recorder = recorder();
        recorder.start(file, "15", false);
        recorder.lab("up", List.of());
        assertThat(transcript(Files.readString(file)).header().title()).isEqualTo(".lab");
    }

    @Test
    void countsTheStepsThatAreInTheFile() {
        Recorder recorder = recorder();
        recorder.start(directory.resolve("x.lab"), "15", false);
        recorder.lab("help", List.of());
        recorder.os("root#", "ls", List.of());
        recorder.late(1, List.of());
        assertThat(recorder.steps()).isZero();
        recorder.lab("up", List.of());
        assertThat(recorder.stop()).isEqualTo(1);
        assertThat(recorder.file()).isEmpty();
    }

    /** What a script cannot do is left out at each prompt; what psql has under the same name is psql's. */
    @Test
    void leavesOutInASessionWhatAScriptMustNotHave() throws IOException {
        Path file = directory.resolve("x.lab");
        Recorder recorder = recorder();
        recorder.start(file, "15", false);
        for (String left :
                List.of("\\record stop", "\\sh b", "\\psql b", " \\conf  edit --node b", "\\destroy --yes")) {
            recorder.sql(1, left, List.of("nothing was changed"));
        }
        recorder.lab("conf edit", List.of());
        recorder.lab("\\q", List.of());
        assertThat(recorder.steps()).isZero();
        recorder.sql(1, "\\conf show port", List.of());
        recorder.sql(1, "\\q", List.of());
        recorder.sql(1, "\\psqlx", List.of());
        recorder.lab("init a", List.of("  postgres> initdb -D /d -A scram-sha-256 -W -N"));
        assertThat(recorder.steps()).isEqualTo(4);
        assertThat(file)
                .content()
                .contains("\\conf show port", "\\q", "\\psqlx", "  postgres> initdb -D /d -A trust -N");
    }

    @Test
    void replacesNoFileUnasked() throws IOException {
        Path file = Files.writeString(directory.resolve("x.lab"), "mine\n");
        assertThatThrownBy(() -> recorder().start(file, "15", false))
                .isInstanceOf(LabException.class)
                .hasMessage("file \"" + file + "\" already exists");
        assertThat(file).hasContent("mine");
        recorder().start(file, "15", true);
        assertThat(file).hasContent("---\ntitle: \"x\"\npostgres: \"15\"\n---\n\n");
    }

    @Test
    void endsWhenItsFileIsGone() throws IOException {
        Path file = directory.resolve("x.lab");
        Recorder recorder = recorder();
        recorder.start(file, "15", false);
        assertThatThrownBy(() -> recorder.start(file, "15", true)).hasMessageEndingWith("is being recorded already");
        Files.delete(file);
        assertThatThrownBy(() -> recorder.lab("up", List.of()))
                .hasMessage("could not write file \"" + file + "\": No such file or directory");
        assertThat(recorder.open()).isFalse();
        assertThatThrownBy(recorder::stop).hasMessage("nothing is being recorded");
    }

    private Recorder recorder() {
        return new Recorder(new CurrentLab(directory.resolve("no-lab"), lab -> Naming.plain(), () -> {
            throw new AssertionError();
        }));
    }

    private static Transcript transcript(String text) {
        return TranscriptReader.parse(text, "x.lab");
    }
}
