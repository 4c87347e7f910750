package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.wal.MissingSegments;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches WAL segments from the target's archive with its restore_command.
 *
 * @param command with {@code %p} and {@code %f}
 * @param directory pg_wal
 * @param segmentSize bytes that each file has to have
 * @param told gets messages about each segment
 */
public record RestoreCommand(String command, Path directory, long segmentSize, Consumer<String> told)
        implements MissingSegments {
    private static final Pattern PLACES = Pattern.compile("%[pfr%]");

    /**
     * The restore_command of the target's configuration.
     *
     * @param postgres the server's program, which reads the configuration
     * @param config the configuration file to use instead of the directory's own
     * @throws LabException when none is set
     */
    public static RestoreCommand of(Path data, Path postgres, Optional<String> config, Consumer<String> told) {
        List<String> words = new ArrayList<>(List.of(postgres.toString(), "-D", data.toString()));
        config.ifPresent(file -> words.addAll(List.of("-c", "config_file=" + file)));
        words.addAll(List.of("-C", "restore_command"));
        String command = OsCommand.of(words).run().stdout().strip();
        if (command.isEmpty()) {
            throw LabException.of("restore_command is not set in the target cluster");
        }
        Path log = Files.isDirectory(data.resolve("pg_wal")) ? data.resolve("pg_wal") : data.resolve("pg_xlog");
        told.accept("using for rewind restore_command = '" + command + "'");
        return new RestoreCommand(command, log, ControlData.read(data).segmentSize(), told);
    }

    @Override
    public String lack(Path file) {
        return "could not restore file \"" + file.getFileName() + "\" from archive";
    }

    @Override
    public boolean fetch(String name) {
        Path place = directory.resolve(name);
        String line = PLACES.matcher(command)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "%p" -> place.toString();
                            case "%f" -> name;
                            case "%r" -> throw LabException.of("cannot use restore_command with %r placeholder");
                            default -> "%";
                        }));
        Finished finished = OsCommand.of("sh", "-c", line).run();
        boolean there = finished.ok() && whole(place);
        if (there) {
            told.accept("using file \"" + place + "\" restored from archive");
        }
        return there;
    }

    private boolean whole(Path place) {
        try {
            long size = Files.size(place);
            if (size != segmentSize) {
                throw LabException.of("unexpected file size for \"" + place.getFileName() + "\": " + size
                        + " instead of " + segmentSize);
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
