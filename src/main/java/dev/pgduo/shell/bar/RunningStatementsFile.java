package dev.pgduo.shell.bar;

import dev.pgduo.shell.prompt.Pane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Notes of the commands and statements that are being run on a lab, on disk, so that they are found when pgduo did not live to
 * see their end. One note for each pane.
 */
final class RunningStatementsFile {
    private final Path file;
    private final Map<Pane, Note> notes = new LinkedHashMap<>();

    /**
     * The notes about a lab.
     *
     * @param state where pgduo keeps what it remembers
     * @param lab the lab's directory, there or not
     */
    RunningStatementsFile(Path state, Path lab) {
        this.file = state.resolve("doing-" + Integer.toHexString(lab.toString().hashCode()));
    }

    /** Takes down what {@code pane} runs from now on. */
    void begin(Pane pane, Note note) {
        notes.put(pane, note);
        write();
    }

    /** What these panes ran has come to its end. */
    void end(List<Pane> panes) {
        if (notes.keySet().removeAll(Set.copyOf(panes))) {
            write();
        }
    }

    /** The panes that something is noted of. */
    List<Pane> noted() {
        return List.copyOf(notes.keySet());
    }

    /** What the last pgduo was doing when it ended; empty when it had come to its end. */
    List<Note> interrupted() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .flatMap(line -> Note.of(line).stream())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            LoggerFactory.getLogger(RunningStatementsFile.class).warn("could not read what was being done", e);
            return List.of();
        }
    }

    private void write() {
        try {
            if (notes.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                String text = notes.values().stream().map(Note::line).collect(Collectors.joining("\n", "", "\n"));
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(RunningStatementsFile.class).warn("could not note what is being done", e);
        }
    }
}
