package dev.pgduo.cluster.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.process.Memory;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedMemoryTest {
    @TempDir
    private Path home = Path.of("");

    @Test
    void recallsUnderTheSameCircumstancesOnly() {
        memory().keep("which", "now", "this");
        memory().keep("other", "now", "that");
        assertThat(memory().recall("which", "now")).contains("this");
        assertThat(memory().recall("which", "later")).isEmpty();
        memory().keep("which", "later", "another");
        assertThat(memory().recall("which", "later")).contains("another");
        assertThat(memory().recall("which", "now")).isEmpty();
        assertThat(memory().recall("other", "now")).contains("that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "which\nnow\n", "which\nlater\nthis\n", "which\nnow\nthis\nmore\n", "\0\0\0", "\u00ff"})
    void replacesADamagedFile(String text) throws IOException {
        memory().keep("which", "now", "this");
        Files.write(file(), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(memory().recall("which", "now")).isEmpty();
        String answer = memory().answer("which", Optional.of("now"), () -> "found", found -> found);
        assertThat(answer).isEqualTo("found");
        assertThat(memory().recall("which", "now")).contains("found");
    }

    @Test
    void asksAgainWhenAnAnswerMakesNoSense() {
        memory().keep("which", "now", "nonsense");
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            int answer = memory().answer(
                            "which", Optional.of("now"), () -> "7" + asked.incrementAndGet(), CachedMemoryTest::number);
            assertThat(answer).isEqualTo(71);
        }
    }

    @Test
    void keepsNothingWhenTheCircumstancesAreNotKnown() {
        memory().answer("which", Optional.empty(), () -> "found", answer -> answer);
        assertThat(home.resolve("cache")).doesNotExist();
    }

    @Test
    void believesNoFileThatOthersCouldHaveWritten() throws IOException {
        memory().keep("which", "now", "this");
        Path file = file();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(memory().recall("which", "now")).isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(memory().recall("which", "now")).contains("this");
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(memory().recall("which", "now")).isEmpty();
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
        Path elsewhere = Files.move(file, home.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);
        assertThat(memory().recall("which", "now")).isEmpty();
    }

    @Test
    void anUnwritableCacheOnlyCostsTime() throws IOException {
        Files.writeString(home.resolve("cache"), "a file where a directory should be");
        memory().keep("which", "now", "this");
        assertThat(memory().recall("which", "now")).isEmpty();
    }

    private Memory memory() {
        return new CachedMemory(home.resolve("cache"));
    }

    private Path file() throws IOException {
        return FileTree.entries(home.resolve("cache/known")).get(0);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw LabException.of("not a number: " + text);
        }
    }
}
