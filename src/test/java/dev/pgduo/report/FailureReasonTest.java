package dev.pgduo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureReasonTest {
    @Test
    void hasTheWordsOfTheCLibrary(@TempDir Path directory) throws IOException {
        assertThat(FailureReason.of(new AccessDeniedException("/x"))).isEqualTo("Permission denied");
        assertThat(FailureReason.of(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(FailureReason.of(new FileNotFoundException("/x (Permission denied)")))
                .isEqualTo("Permission denied");
        assertThat(FailureReason.of(new FileNotFoundException("/x"))).isEqualTo("No such file or directory");
        assertThat(FailureReason.of(new IOException())).isEqualTo("java.io.IOException");
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(failure(file.resolve("below"))).isEqualTo("Not a directory");
        assertThat(failure(directory)).isEqualTo("Is a directory");
        assertThat(failure(directory.resolve("none"))).isEqualTo("No such file or directory");
    }

    private static String failure(Path file) {
        try {
            return "no failure: " + Files.readAllBytes(file).length;
        } catch (IOException e) {
            return FailureReason.of(e);
        }
    }
}
