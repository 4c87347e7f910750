package dev.pgduo.cluster.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {
    @Test
    void givesEveryFilesBytesBack() {
        Random random = new Random(15);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            FileText text = FileText.of(bytes);
            assertThat(text.bytes(ConfFile.parse(text.text(), "f").text())).isEqualTo(bytes);
            assertThat(text.bytes(HbaFile.parse(text.text(), "f").text())).isEqualTo(bytes);
        }
    }

    @Test
    void readsWhatIsNotUtf8(@TempDir Path directory) throws IOException {
        byte[] latin = "# caf\u00e9\nwork_mem = 4MB\n".getBytes(StandardCharsets.ISO_8859_1);
        FileText text = FileText.read(Files.write(directory.resolve("f"), latin));
        String changed = ConfFile.parse(text.text(), "f").set("work_mem", "8MB").text();
        assertThat(text.bytes(changed))
                .isEqualTo("# caf\u00e9\nwork_mem = 8MB\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> text.bytes("\u2603")).isInstanceOf(LabException.class);
        assertThatThrownBy(() -> FileText.read(directory.resolve("none"))).hasMessageContaining("No such file");
    }
}
