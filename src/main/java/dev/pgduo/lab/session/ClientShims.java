package dev.pgduo.lab.session;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.Memory;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.ProgramFile;
import dev.pgduo.cluster.process.Programs;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.process.ThisProgram;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.ChangedNames;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts for a lab's shells in place of programs that did not come with the server: they run the program of another
 * installation of the same major, start pgduo, or print where to get the program. Scripts for missing programs are at the end
 * of PATH; those for installed ones that do not work with the server are at its beginning, after the {@link MachineShims}.
 *
 * @param directory the scripts' directory, in the lab, with which it is removed
 * @param binaries the server's programs
 * @param runAs the rights of the shells
 */
record ClientShims(Path directory, ServerBinaries binaries, RunAs runAs) {
    private static final String MAIN = "dev.pgduo.Application";
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** Programs that have other names since 10, by their names in 9.6. */
    private static final List<String> OLD_NAMES = List.of("pg_receivexlog", "pg_resetxlog", "pg_xlogdump");

    /** The directory in which Debian's wrapper programs look for the real ones. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** Writes the scripts, and returns PATH with their directories added. */
    String around(String path) {
        try {
            List<KnownProgram> missing = new ArrayList<>();
            List<KnownProgram> unfit = new ArrayList<>();
            int own = installed();
            for (KnownProgram program : KnownProgram.ALL) {
                if (binaries.program(program.name()).isEmpty()) {
                    Optional<Path> found = Programs.find(program.name());
                    if (found.isEmpty()) {
                        missing.add(program);
                    } else if (!program.works(own, server())) {
                        unfit.add(program);
                    }
                }
            }
            Path machine = new MachineShims(directory.resolve("machine")).make();
            String renamed = renamed().map(place -> place + ":").orElse("");
            runAs.own(directory);
            return machine + ":" + renamed + joined(make("instead", unfit), path, make("programs", missing));
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error(
                            "could not make the programs of the lab in \"" + directory + "\": " + FailureReason.of(e)),
                    e);
        }
    }

    /** Scripts for the old names of programs, where the server's directory has no programs of these names. */
    private Optional<Path> renamed() throws IOException {
        if (capabilities().has(Feature.WAL_NAMES)) {
            return Optional.empty();
        }
        Path place = Files.createDirectories(directory.resolve("renamed"));
        for (String name : OLD_NAMES) {
            if (binaries.program(name).isEmpty()) {
                script(place.resolve(name), "exec " + ChangedNames.all().modern(name) + " \"$@\"");
            }
        }
        return Optional.of(place);
    }

    private Capabilities capabilities() {
        return Capabilities.of(binaries.version());
    }

    private static String joined(Optional<Path> head, String path, Optional<Path> end) {
        return head.map(made -> made + ":").orElse("")
                + path
                + end.map(made -> ":" + made).orElse("");
    }

    private Optional<Path> make(String name, List<KnownProgram> programs) throws IOException {
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        Path place = directory.resolve(name);
        Files.createDirectories(place);
        Optional<ServerBinaries> twin = twin();
        boolean ours = programs.stream().anyMatch(program -> program.from() == KnownProgram.From.PGDUO);
        ThisProgram pgduo = ours ? readable(ThisProgram.as(MAIN)) : ThisProgram.as(MAIN);
        for (KnownProgram program : programs) {
            Optional<Path> real = twin.flatMap(other -> other.program(program.name()));
            script(
                    place.resolve(program.name()),
                    real.map(file -> "exec " + OsCommand.quote(file.toString()) + " \"$@\"")
                            .orElseGet(() -> substitute(program, pgduo, !name.equals("programs"))));
        }
        runAs.own(directory);
        return Optional.of(place);
    }

    private String substitute(KnownProgram program, ThisProgram pgduo, boolean other) {
        return program.from() == KnownProgram.From.PGDUO
                ? pgduo.shellLines(program.name())
                : program.absent(server(), other ? Optional.of(installed()) : Optional.empty());
    }

    /** Another installation of the server's major. */
    private Optional<ServerBinaries> twin() {
        return ServerChoice.installed().available().stream()
                .filter(other -> other.version().major() == server())
                .filter(other -> other.program("pg_basebackup").isPresent())
                .findFirst();
    }

    private int server() {
        return binaries.version().major();
    }

    /** The major of the installed client programs, as one of them reports; the server's when none does. */
    private int installed() {
        Optional<Path> asked = Programs.find("pg_basebackup").or(() -> Programs.find("psql"));
        return asked.map(program -> Memory.here()
                        .answer(
                                "major of " + program,
                                ProgramFile.state(program).map(state -> state + " " + ProgramFile.state(DEBIAN)),
                                () -> OsCommand.of(program.toString(), "--version")
                                        .run()
                                        .stdout(),
                                text -> text))
                .map(MAJOR::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElse(server());
    }

    /** Replaces a script at once: a shell that is about to run the old one must not read half of the new one. */
    private static void script(Path file, String lines) throws IOException {
        AtomicFile.write(
                file,
                "#!/bin/sh\n" + lines + "\n",
                draft -> Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    /** A pgduo that the server's user can read: a copy, where root's is not readable for that user. */
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
        List<String> words =
                new ArrayList<>(List.of("sh", "-c", "for file; do test -r \"$file\" || exit 1; done", "sh"));
        files.forEach(file -> words.add(file.toString()));
        return OsCommand.of(words).as(runAs).run().ok();
    }

    private static void copy(Path original, Path copy) throws IOException {
        if (Files.exists(original) && !Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            FileTree.copy(original, copy);
        }
    }
}
