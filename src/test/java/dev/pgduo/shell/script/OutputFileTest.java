package dev.pgduo.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void replacesNoLab() throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), "lab> up\n");
        Path link = Files.createSymbolicLink(directory.resolve("link.jsonl"), lab);
        for (Path file : new Path[] {lab, link}) {
            for (Runnable writer : new Runnable[] {
                () -> EventFile.of(file.toString()).close(),
                () -> Exports.write(file.toString(), out -> out.write("x")),
                () -> new Exports(null, null, file.toString(), null).check()
            }) {
                assertThatThrownBy(writer::run).hasMessage("file \"" + file + "\" is a lab and would be replaced");
            }
        }
        assertThat(lab).hasContent("lab> up");
    }

    @Test
    void replacesNotWhatItIsMadeFrom() throws IOException {
        Path events = Files.writeString(directory.resolve("x.jsonl"), "{}\n");
        assertThatThrownBy(() -> OutputFile.of(events.toString(), directory + "/./x.jsonl"))
                .hasMessage("file \"" + events + "\" would replace what it is made from");
        Path other = Files.writeString(directory.resolve("y.html"), "old\n");
        assertThat(OutputFile.of(other.toString(), events.toString())).isEqualTo(other);
    }

    @Test
    void aNewFileMayHaveAnyName() {
        Path file = directory.resolve("new.lab");
        assertThat(OutputFile.of(file.toString())).isEqualTo(file);
    }
}
