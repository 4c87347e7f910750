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
 * A file with the commands and statements that are running, so that they are known after pgduo was killed. One note for each
 * pane.
 */
final class RunningStatementsFile {
    private final Path file;
    private final Map<Pane, Note> notes = new LinkedHashMap<>();

    /**
     * The file for a lab.
     *
     * @param state pgduo's own directory
     * @param lab the lab's directory, which need not exist
     */
    RunningStatementsFile(Path state, Path lab) {
        this.file = state.resolve("doing-" + Integer.toHexString(lab.toString().hashCode()));
    }

    /** Notes what a pane runs from now on. */
    void begin(Pane pane, Note note) {
        notes.put(pane, note);
        write();
    }

    /** Removes the notes of these panes. */
    void end(List<Pane> panes) {
        if (notes.keySet().removeAll(Set.copyOf(panes))) {
            write();
        }
    }

    /** The panes with notes. */
    List<Pane> noted() {
        return List.copyOf(notes.keySet());
    }

    /** What was running when the last pgduo ended; empty after a regular end. */
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
