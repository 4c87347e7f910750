package dev.pgduo.shell.bar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** A note of the command that is being run on a lab, on disk, so that it is found when pgduo did not live to see its end. */
final class Doing {
    private final Path file;

    /**
     * The note about a lab.
     *
     * @param state where pgduo keeps what it remembers
     * @param lab the lab's directory, there or not
     */
    Doing(Path state, Path lab) {
        this.file = state.resolve("doing-" + Integer.toHexString(lab.toString().hashCode()));
    }

    void begin(String line) {
        try {
            String text = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + line + "\n";
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LoggerFactory.getLogger(Doing.class).warn("could not note what is being done", e);
        }
    }

    void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LoggerFactory.getLogger(Doing.class).warn("could not remove the note of what was done", e);
        }
    }

    /** What the last pgduo was doing when it ended, with the time before it; empty when it had come to its end. */
    Optional<String> interrupted() {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LoggerFactory.getLogger(Doing.class).warn("could not read what was being done", e);
            return Optional.empty();
        }
    }
}
