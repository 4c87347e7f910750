package dev.pgduo.cluster.binaries;

import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.Memory;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.ProgramFile;
import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server in a directory on this machine.
 *
 * @param bin the directory with the programs, absolute
 * @param version as the program postgres reports it
 */
public record BinDirectory(Path bin, ServerVersion version) implements ServerBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(BinDirectory.class);

    /**
     * The server in this directory or in its bin directory; empty when there is none.
     *
     * @throws LabException when the program postgres cannot be run, with the libraries that it lacks
     */
    public static Optional<ServerBinaries> in(Path directory) {
        return Stream.of(directory, directory.resolve("bin"))
                .filter(BinDirectory::complete)
                .findFirst()
                .map(BinDirectory::read);
    }

    /** Like {@link #in}, but for a server that cannot be run, or is too old, only a line is written to the log. */
    public static Optional<ServerBinaries> usable(Path directory) {
        try {
            return in(directory);
        } catch (LabException e) {
            LOG.warn("left out the server in {}: {}", directory, e.report().render());
            return Optional.empty();
        }
    }

    private static boolean complete(Path directory) {
        return Stream.of("postgres", "initdb", "pg_ctl")
                .allMatch(program -> Files.isExecutable(directory.resolve(program)));
    }

    private static ServerBinaries read(Path directory) {
        Path bin = home(directory);
        return new BinDirectory(bin, version(bin.resolve("postgres")));
    }

    /** The version that the program reports; it is asked again when its file has changed. */
    private static ServerVersion version(Path postgres) {
        return Memory.here()
                .answer(
                        "version of " + postgres,
                        ProgramFile.state(postgres),
                        () -> asked(postgres),
                        ServerVersion::parse);
    }

    private static String asked(Path postgres) {
        Finished answer = OsCommand.of(postgres.toString(), "--version").run();
        if (!answer.ok()) {
            SharedLibraries.check(postgres);
        }
        return answer.orThrow("read the version of \"" + postgres + "\"")
                .stdout()
                .strip();
    }

    /** The directory where postgres really is, because a directory of PATH may have links to some of the programs only. */
    private static Path home(Path directory) {
        try {
            Path real = directory.resolve("postgres").toRealPath().resolveSibling("");
            return complete(real) ? real : directory.toAbsolutePath().normalize();
        } catch (IOException e) {
            return directory.toAbsolutePath().normalize();
        }
    }

    @Override
    public String describe() {
        return "PostgreSQL " + version + " in " + bin;
    }

    @Override
    public Optional<Path> program(String name) {
        return Optional.of(bin.resolve(name)).filter(Files::isExecutable);
    }
}
