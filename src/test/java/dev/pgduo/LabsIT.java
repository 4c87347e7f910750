package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lab of the test directory verifies, and is left alone by {@code --update}. */
class LabsIT {
    @TempDir
    Path directory;

    static List<Path> labs() throws IOException {
        List<Path> labs = new ArrayList<>();
        for (String directory : List.of("lab-scripts", "src/test/labs")) {
            try (var files = Files.list(Path.of(directory))) {
                files.filter(file -> file.toString().endsWith(".lab")).sorted().forEach(labs::add);
            }
        }
        return labs;
    }

    @ParameterizedTest
    @MethodSource("labs")
    void verifies(Path original) throws IOException {
        // What a failure would write must not go into the checkout.
        Path lab = Files.copy(original, directory.resolve(original.getFileName()));
        byte[] before = Files.readAllBytes(lab);
        Ran ran = Ran.pgduo(directory.resolve("state"), "verify", "--update", lab.toString());
        assertThat(ran.text()).contains(" 0 failed").doesNotContain("updated");
        assertThat(ran.code()).isZero();
        assertThat(Files.readAllBytes(lab)).isEqualTo(before);
    }
}
