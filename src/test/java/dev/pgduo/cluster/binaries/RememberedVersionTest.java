package dev.pgduo.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.files.CachedMemory;
import dev.pgduo.cluster.process.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedVersionTest {
    private final Memory before = Memory.here();

    @TempDir
    private Path machine = Path.of("");

    @BeforeEach
    void remember() throws IOException {
        Memory.use(new CachedMemory(machine.resolve("cache")));
        for (String name : new String[] {"initdb", "pg_ctl"}) {
            program(name, "exit 1");
        }
        postgres("15.18");
    }

    @AfterEach
    void forget() {
        Memory.use(before);
    }

    @Test
    void runsTheProgramOnce() throws IOException {
        assertThat(version()).isEqualTo("15.18");
        assertThat(version()).isEqualTo("15.18");
        assertThat(Files.readAllLines(machine.resolve("runs"))).hasSize(1);
    }

    @Test
    void noticesAReplacedProgramOfTheSameSizeAndTime() throws IOException {
        assertThat(version()).isEqualTo("15.18");
        FileTime time = Files.getLastModifiedTime(machine.resolve("postgres"));
        long size = Files.size(machine.resolve("postgres"));
        postgres("15.19");
        Files.setLastModifiedTime(machine.resolve("postgres"), time);
        assertThat(Files.size(machine.resolve("postgres"))).isEqualTo(size);
        assertThat(version()).isEqualTo("15.19");
    }

    @Test
    void keepsNothingOfAProgramThatDoesNotRun() throws IOException {
        program("postgres", "echo broken >&2; exit 1");
        assertThat(BinDirectory.usable(machine)).isEmpty();
        postgres("15.18");
        assertThat(version()).isEqualTo("15.18");
    }

    private String version() {
        return BinDirectory.in(machine).orElseThrow().version().toString();
    }

    private void postgres(String version) throws IOException {
        program("postgres", "echo run >>" + machine + "/runs; echo 'postgres (PostgreSQL) " + version + "'");
    }

    private void program(String name, String line) throws IOException {
        Path file = Files.writeString(machine.resolve(name + ".new"), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(file, machine.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
