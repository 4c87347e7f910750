package dev.pgduo.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.shell.StateFiles;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedLabsTest {
    @TempDir
    Path state = Path.of("");

    private TrustedLabs trusted() {
        return new TrustedLabs(new StateFiles(state));
    }

    @Test
    void knowsPgduosOwnLabsByWhatIsInThem() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("lab-scripts"))) {
            List<Path> labs =
                    files.filter(file -> file.toString().endsWith(".lab")).toList();
            assertThat(labs).isNotEmpty();
            for (Path lab : labs) {
                String text = Files.readString(lab);
                assertThat(trusted().know(TranscriptReader.parse(text, "elsewhere")))
                        .as(lab.toString())
                        .isTrue();
                assertThat(trusted().know(TranscriptReader.parse(text + "\n", lab.toString())))
                        .isFalse();
            }
        }
    }

    @Test
    void remembers() {
        Transcript lab = TranscriptReader.parse("postgres> id\n", "x.lab");
        assertThat(trusted().know(lab)).isFalse();
        trusted().remember(lab);
        trusted().remember(lab);
        assertThat(trusted().know(TranscriptReader.parse("postgres> id\n", "y.lab")))
                .isTrue();
        assertThat(trusted().know(TranscriptReader.parse("postgres> id \n", "x.lab")))
                .isFalse();
    }
}
