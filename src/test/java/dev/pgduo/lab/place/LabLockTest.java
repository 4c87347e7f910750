package dev.pgduo.lab.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabLockTest {
    @TempDir
    Path lab;

    @Test
    void isTakenOnceUntilItIsLetGo() {
        try (LabLock lock = LabLock.take(lab)) {
            assertThatThrownBy(() -> LabLock.take(lab)).hasMessageContaining("is in use by another pgduo");
        }
        LabLock.take(lab).close();
    }

    /** POSIX locks go when the process closes any descriptor of the file. */
    @Test
    void asksTheOperatingSystemOnlyOnce() throws Exception {
        try (LabLock lock = LabLock.take(lab)) {
            assertThatThrownBy(() -> LabLock.take(lab)).isInstanceOf(RuntimeException.class);
            String inode = Files.getAttribute(lab.resolve("lock"), "unix:ino").toString();
            Path locks = Path.of("/proc/locks");
            if (Files.isReadable(locks)) {
                assertThat(locks).content().contains(":" + inode + " ");
            }
        }
    }

    /** Whoever removed the lab held the lock on a file that has no name any more. */
    @Test
    void isNotTakenOnAFileThatIsGone() throws Exception {
        LabLock first = LabLock.take(lab);
        Files.delete(lab.resolve("lock"));
        first.close();
        try (LabLock second = LabLock.take(lab)) {
            assertThat(lab.resolve("lock")).exists();
        }
    }

    @Test
    void aFileThatIsSomethingElseIsLeftAlone() throws Exception {
        Path precious = Files.writeString(lab.resolve("precious"), "text");
        Files.createSymbolicLink(lab.resolve("lock"), precious);
        assertThatThrownBy(() -> LabLock.take(lab)).hasMessageContaining("is a symbolic link");
        assertThat(precious).hasContent("text");
    }
}
