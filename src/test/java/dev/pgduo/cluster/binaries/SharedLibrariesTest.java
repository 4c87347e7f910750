package dev.pgduo.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedLibrariesTest {
    @Test
    void readsGlibcsLdd() {
        assertThat(SharedLibraries.missing("""
                /c/bin/postgres: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by /c/bin/postgres)
                \tlinux-vdso.so.1 (0x00007ffd)
                \tlibpthread.so.0 => /lib/x86_64-linux-gnu/libpthread.so.0 (0x00007f1)
                \tlibkeyutils.so.1 => not found
                \tlibpam.so.0 => not found
                """)).containsExactly("GLIBC_2.38", "libkeyutils.so.1", "libpam.so.0");
        assertThat(SharedLibraries.missing("\tnot a dynamic executable\n")).isEmpty();
    }

    @Test
    void readsMuslsLdd() {
        assertThat(SharedLibraries.missing(
                        "Error loading shared library libstdc++.so.6: No such file or directory (needed by x)\n"))
                .containsExactly("libstdc++.so.6");
    }

    @Test
    void namesThePackages() {
        assertThat(SharedLibraries.report(Path.of("/c/bin/postgres"), List.of("libkeyutils.so.1", "libpam.so.0"))
                        .render())
                .isEqualTo("""
                        ERROR:  could not run "/c/bin/postgres": system libraries are missing
                        DETAIL:  Not found: libkeyutils.so.1, libpam.so.0.
                        HINT:  On Debian and Ubuntu: apt install libkeyutils1 libpam0g.""");
        assertThat(SharedLibraries.report(Path.of("/c/bin/postgres"), List.of("GLIBC_2.38"))
                        .hint())
                .contains("--pg");
    }
}
