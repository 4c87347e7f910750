package dev.pgduo.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledLabsTest {
    private static final BundledLab FIFTH = BundledLab.of("course/en/05-synchronous-commit.lab");

    @TempDir
    Path directory = Path.of("");

    @Test
    void areAllThatThereAre() throws Exception {
        Path root = Path.of("lab-scripts");
        try (Stream<Path> files = Files.walk(root)) {
            List<String> labs = files.filter(file -> file.toString().endsWith(".lab"))
                    .map(file -> root.relativize(file).toString())
                    .toList();
            assertThat(BundledLabs.all()).extracting(BundledLab::path).containsExactlyInAnyOrderElementsOf(labs);
        }
    }

    @Test
    void haveNumbersAndNames() {
        assertThat(FIFTH.stem()).isEqualTo("course/05-synchronous-commit");
        assertThat(FIFTH.language()).isEqualTo("en");
        assertThat(FIFTH.number()).hasValue(5);
        assertThat(Stream.of("course/05", "course/5", "05", "5", "course/05-synchronous-commit", "synchronous-commit"))
                .allMatch(FIFTH::isCalled);
        assertThat(Stream.of("course/50", "course/05-synchronous", "06", "commit"))
                .noneMatch(FIFTH::isCalled);
        BundledLab other = BundledLab.of("switchover.lab");
        assertThat(other.number()).isEmpty();
        assertThat(other.isCalled("switchover")).isTrue();
    }

    @Test
    void areFoundByName() {
        assertThat(BundledLabs.named("switchover", null)).isEqualTo("switchover.lab");
        assertThat(BundledLabs.named("switchover.lab", "ru")).isEqualTo("switchover.lab");
        assertThat(BundledLabs.named("nosuch", null)).isEqualTo("nosuch");
        assertThat(LabFile.read("switchover.lab").transcript()).isPresent();
    }

    @Test
    void giveWayToAFile() throws Exception {
        Path own = Files.writeString(directory.resolve("switchover"), "postgres> echo mine\nmine\n");
        assertThat(BundledLabs.named(own.toString(), null)).isEqualTo(own.toString());
    }

    @Test
    void areNamedToWhoeverMistypesOne() {
        assertThat(LabFile.read("swichover").problems().get(0).lines())
                .containsExactly(
                        "ERROR:  could not open file \"swichover\": No such file or directory",
                        "HINT:  Perhaps you meant \"switchover\", which comes with pgduo.");
        assertThat(LabFile.read("course/77").problems().get(0).hint())
                .isEqualTo("\"labs list\" shows the labs that come with pgduo.");
        assertThat(LabFile.read("/nosuch/file.lab").problems().get(0).hint()).isNull();
    }

    @Test
    void areNotWritten() {
        assertThatThrownBy(() -> BundledLabs.requireOnDisk("switchover.lab"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("it comes inside pgduo");
    }
}
