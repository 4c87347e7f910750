package dev.pgduo.shell.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.lab.conf.WholeFile;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.screen.KeyQuestion;
import dev.pgduo.shell.screen.Palette;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditDialogTest {
    private static final String OLD = "work_mem = 4MB\n";

    @TempDir
    Path directory = Path.of("");

    private final Deque<String> refusals = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private final StringWriter told = new StringWriter();

    /** A file on a disk that has no space as long as there are refusals. */
    private final class Disk implements WholeFile {
        @Override
        public Path path() {
            return directory.resolve("data.conf");
        }

        @Override
        public String text() {
            return read(path());
        }

        @Override
        public List<ErrorReport> replace(String text) {
            if (!refusals.isEmpty()) {
                throw LabException.of(refusals.pop());
            }
            write(path(), text);
            return List.of();
        }

        @Override
        public Effect effect(String before) {
            return new Effect(Need.RELOAD, List.of("needs a reload"));
        }
    }

    @Test
    void losesNothingWhenTheDiskIsFull() throws IOException {
        refusals.add("could not write file: No space left on device");
        assertThat(edit("d", "work_mem = 8MB\n")).isEmpty();
        assertThat(directory.resolve("data.conf")).hasContent(OLD);
        assertThat(directory.resolve("scratch/data.conf")).hasContent("work_mem = 8MB\n");
        assertThat(told.toString()).isEqualTo("""
                        ERROR:  could not write file: No space left on device
                        The node's file is as it was; your text is in SCRATCH
                        dropped; your text is kept in SCRATCH
                        """.replace(
                        "SCRATCH", directory.resolve("scratch/data.conf").toString()));
    }

    @Test
    void goesOnWithTheTextThatWasRefused() throws IOException {
        refusals.add("no");
        assertThat(edit("e", "work_mem = 8MB\n", "work_mem = 16MB\n"))
                .get()
                .extracting(EditDialog.Edited::need)
                .isEqualTo(WholeFile.Need.RELOAD);
        assertThat(problems).containsExactly("", "no");
        assertThat(told.toString()).endsWith("@@ data.conf:1 @@\n-work_mem = 4MB\n+work_mem = 16MB\nneeds a reload\n");
        assertThat(directory.resolve("scratch/data.conf")).doesNotExist();
    }

    @Test
    void keepsTheTextOfAnEditThatDidNotEnd() throws IOException {
        Files.createDirectories(directory.resolve("scratch"));
        write(directory.resolve("scratch/data.conf"), "lost\n");
        assertThat(edit("d", OLD)).isEmpty();
        assertThat(directory.resolve("scratch/data.conf.kept")).hasContent("lost\n");
        assertThat(told.toString()).endsWith("nothing was changed\n");
    }

    private Optional<EditDialog.Edited> edit(String keys, String... texts) throws IOException {
        write(directory.resolve("data.conf"), OLD);
        Deque<String> rounds = new ArrayDeque<>(List.of(texts));
        ByteArrayInputStream typed = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal =
                new ExternalTerminal("test", "ansi", typed, new ByteArrayOutputStream(), StandardCharsets.UTF_8)) {
            EditDialog.Telling telling = new EditDialog.Telling(
                    new PrintWriter(told), Palette.PLAIN, new KeyQuestion(terminal), text -> text);
            Scratch scratch = new Scratch(directory.resolve("scratch"), "data.conf");
            return new EditDialog(
                            new Disk(),
                            scratch,
                            (file, problem) -> {
                                problems.add(problem.map(ErrorReport::message).orElse(""));
                                write(file, rounds.pop());
                            },
                            telling)
                    .run();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
