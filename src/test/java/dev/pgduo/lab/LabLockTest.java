package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabLockTest {
    @TempDir
    Path lab;

    @Test
    void isTakenOnceUntilItIsLetGo() {
        try (LabLock lock = LabLock.take(lab)) {
            assertThat(LabLock.heldHere(lab)).isTrue();
            assertThatThrownBy(() -> LabLock.take(lab)).hasMessageContaining("is in use by another pgduo");
        }
        assertThat(LabLock.heldHere(lab)).isFalse();
        LabLock.take(lab).close();
    }

    /** POSIX locks go when the process closes any descriptor of the file. */
    @Test
    void asksTheOperatingSystemOnlyOnce() throws Exception {
        try (LabLock lock = LabLock.take(lab)) {
            assertThatThrownBy(() -> LabLock.take(lab)).isInstanceOf(RuntimeException.class);
            String inode = java.nio.file.Files.getAttribute(lab.resolve("lock"), "unix:ino")
                    .toString();
            Path locks = Path.of("/proc/locks");
            if (java.nio.file.Files.isReadable(locks)) {
                assertThat(locks).content().contains(":" + inode + " ");
            }
        }
    }
}
