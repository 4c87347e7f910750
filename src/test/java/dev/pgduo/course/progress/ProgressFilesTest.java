package dev.pgduo.course.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFilesTest {
    @TempDir
    Path state = Path.of("");

    private ProgressFiles files = new ProgressFiles(Path.of(""));

    @BeforeEach
    void open() {
        files = ProgressFiles.in(state);
    }

    private static LabProgress lab(String name) {
        return LabProgress.none(name, "A title", List.of("First.", "Second:\ttwo\nlines.", "Third."));
    }

    @Test
    void rememberWhatWasDone() {
        assertThat(files.read("course/05-x")).isEmpty();
        LabProgress done = lab("course/05-x")
                .at(81)
                .with(0, TaskState.DONE)
                .withHints(0, 2)
                .after(0, 40)
                .with(1, TaskState.SHOWN);
        files.write(done);
        LabProgress read = files.read("course/05-x").orElseThrow();
        assertThat(read.line()).isEqualTo(81);
        assertThat(read.title()).isEqualTo("A title");
        assertThat(read.tasks())
                .containsExactly(
                        new TaskRecord("First.", TaskState.DONE, 2, 40),
                        new TaskRecord("Second: two lines.", TaskState.SHOWN, 0, 0),
                        new TaskRecord("Third.", TaskState.OPEN, 0, 0));
        assertThat(files.read("course/05-y")).isEmpty();
    }

    @Test
    void keepOneFileForEachLab() throws Exception {
        files.write(lab("/labs/x.lab"));
        files.write(lab("/labs x.lab"));
        files.write(lab("/labs/x.lab").with(2, TaskState.SKIPPED));
        assertThat(files.all()).extracting(LabProgress::lab).containsExactly("/labs x.lab", "/labs/x.lab");
        try (Stream<Path> entries = Files.list(files.directory())) {
            assertThat(entries).hasSize(2);
        }
    }

    @Test
    void passOverWhatIsNone() throws Exception {
        files.write(lab("x"));
        Path file;
        try (Stream<Path> entries = Files.list(files.directory())) {
            file = entries.findFirst().orElseThrow();
        }
        Files.writeString(file, Files.readString(file).replace("open\t0", "perhaps\t0"));
        assertThat(files.read("x")).isEmpty();
        Files.write(file, new byte[] {(byte) 0xff, 0});
        assertThat(files.all()).isEmpty();
    }

    @Test
    void followTheLab() {
        LabProgress done = lab("x").at(9).with(0, TaskState.DONE);
        assertThat(done.of("Titel", List.of("Eins", "Zwei", "Drei")).tasks())
                .extracting(TaskRecord::text, TaskRecord::state)
                .containsExactly(
                        tuple("Eins", TaskState.DONE), tuple("Zwei", TaskState.OPEN), tuple("Drei", TaskState.OPEN));
        LabProgress other = done.of("Titel", List.of("Eins", "Zwei"));
        assertThat(other.line()).isZero();
        assertThat(other.count(TaskState.DONE)).isZero();
    }

    @Test
    void keepWhatWasDoneOnce() {
        LabProgress done = lab("x").with(0, TaskState.DONE).with(0, TaskState.SHOWN);
        assertThat(done.tasks().get(0).state()).isEqualTo(TaskState.DONE);
        assertThat(lab("x").with(0, TaskState.SHOWN)
                        .with(0, TaskState.DONE)
                        .tasks()
                        .get(0)
                        .state())
                .isEqualTo(TaskState.DONE);
    }
}
