package dev.pgduo.lab;

import dev.pgduo.cluster.FileTree;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.Programs;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.process.ThisProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scripts for a lab's shells that start pgduo in the place of client programs which neither came with the server nor are
 * installed; so they work in pipes and loops too.
 *
 * @param directory where they are: in the lab, so they go with it
 * @param bin the server's programs
 * @param runAs who runs them
 */
record StandIns(Path directory, Path bin, RunAs runAs) {
    private static final List<String> NAMES = List.of("pg_basebackup", "pg_controldata", "pg_isready", "psql");
    /** Programs that pgduo knows of, in the package of the clients and in that of the server. */
    private static final List<String> CLIENTS = List.of(
            "clusterdb",
            "createdb",
            "createuser",
            "dropdb",
            "dropuser",
            "pg_amcheck",
            "pg_dump",
            "pg_dumpall",
            "pg_receivewal",
            "pg_recvlogical",
            "pg_restore",
            "pgbench",
            "reindexdb",
            "vacuumdb");

    private static final List<String> SERVERS = List.of(
            "pg_archivecleanup",
            "pg_checksums",
            "pg_resetwal",
            "pg_rewind",
            "pg_upgrade",
            "pg_verifybackup",
            "pg_waldump");

    private static final String MAIN = "dev.pgduo.Application";

    private List<String> missing(List<String> names) {
        return names.stream()
                .filter(name -> !Files.isExecutable(bin.resolve(name))
                        && Programs.find(name).isEmpty())
                .toList();
    }

    /** Makes the scripts, or makes them anew; empty when no program is missing. Others say how to get them. */
    Optional<Path> make() {
        List<String> missing = missing(NAMES);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(directory);
            ThisProgram pgduo = readable(ThisProgram.as(MAIN));
            for (String name : missing) {
                script(name, pgduo.shellLine(name));
            }
            for (String name : missing(CLIENTS)) {
                script(name, absent(name, "client programs", "postgresql-client"));
            }
            for (String name : missing(SERVERS)) {
                script(name, absent(name, "server package", "postgresql"));
            }
            runAs.own(directory);
            return Optional.of(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String absent(String name, String where, String debian) {
        return "echo '" + name + ": error: this program is not installed, and pgduo does not stand in for it' >&2\n"
                + "echo '" + name + ": hint: It is in PostgreSQL'\\''s " + where + " (Debian, Ubuntu: apt install "
                + debian + ").' >&2\nexit 127";
    }

    /** A shell that is about to run the old script must not find a half of the new one. */
    private void script(String name, String line) throws IOException {
        Path next = Files.createTempFile(directory, name, ".new");
        Files.writeString(next, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(next, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The server's user may not be able to read what root can: then it gets a copy. */
    private ThisProgram readable(ThisProgram pgduo) throws IOException {
        if (runAs.owner().isEmpty() || canRead(pgduo.classPath())) {
            return pgduo;
        }
        List<Path> copies = new ArrayList<>();
        for (Path original : pgduo.classPath()) {
            Path copy = directory.resolve("lib" + copies.size()).resolve(original.getFileName());
            copies.add(copy);
            copy(original, copy);
            copy(original.resolveSibling("lib"), copy.resolveSibling("lib"));
        }
        return pgduo.with(copies);
    }

    private boolean canRead(List<Path> files) {
        return files.stream()
                .allMatch(file -> OsCommand.of("test", "-r", file.toString())
                        .as(runAs)
                        .run()
                        .ok());
    }

    private static void copy(Path original, Path copy) throws IOException {
        if (Files.exists(original) && !Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            FileTree.copy(original, copy);
        }
    }
}
