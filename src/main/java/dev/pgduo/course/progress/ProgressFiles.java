package dev.pgduo.course.progress;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The progress of this user, in a file for each lab: the lab's name, title and position, one a line, then a line for each task.
 * Files are replaced as a whole, so that they are complete even after a kill.
 *
 * @param directory the directory of the files
 */
public record ProgressFiles(Path directory) {
    private static final String HEAD = "pgduo learn 1";
    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 4;
    private static final int TASKS_FROM = 4;

    /** The files in pgduo's own directory. */
    public static ProgressFiles in(Path state) {
        return new ProgressFiles(state.resolve("learning"));
    }

    /** Writes the progress in a lab. */
    public void write(LabProgress progress) {
        List<String> lines = new ArrayList<>(
                List.of(HEAD, oneLine(progress.lab()), oneLine(progress.title()), Integer.toString(progress.line())));
        progress.tasks()
                .forEach(task -> lines.add(String.join(
                        SEPARATOR,
                        task.state().word(),
                        Integer.toString(task.hints()),
                        Long.toString(task.seconds()),
                        oneLine(task.text()))));
        Path file = file(progress.lab());
        try {
            Files.createDirectories(directory);
            AtomicFile.write(file, String.join("\n", lines) + "\n", draft -> {});
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** The progress in a lab; empty when there is none, or the file was not written by {@link #write}. */
    public Optional<LabProgress> read(String lab) {
        return read(file(lab)).filter(progress -> progress.lab().equals(oneLine(lab)));
    }

    /** The progress in all labs, by lab. */
    public List<LabProgress> all() {
        try {
            return FileTree.entries(directory).stream()
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparing(LabProgress::lab))
                    .toList();
        } catch (IOException e) {
            throw failed("read", directory, e);
        }
    }

    private static Optional<LabProgress> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? parse(Files.readAllLines(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    private static Optional<LabProgress> parse(List<String> lines) {
        if (lines.size() < TASKS_FROM || !lines.get(0).equals(HEAD)) {
            return Optional.empty();
        }
        try {
            List<TaskRecord> tasks = new ArrayList<>();
            for (String line : lines.subList(TASKS_FROM, lines.size())) {
                String[] fields = line.split(SEPARATOR, FIELDS);
                tasks.add(new TaskRecord(
                        fields[3],
                        TaskState.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(fields[1]),
                        Long.parseLong(fields[2])));
            }
            return Optional.of(new LabProgress(lines.get(1), lines.get(2), Integer.parseInt(lines.get(3)), tasks));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The file of a lab: its name, as far as a file's name can contain it, and a number that makes it unique. */
    private Path file(String lab) {
        String name = lab.replaceAll("[^A-Za-z0-9._-]+", "-");
        String end = name.substring(Math.max(0, name.length() - 60));
        return directory.resolve(end + "-" + Integer.toHexString(oneLine(lab).hashCode()));
    }

    private static LabException failed(String what, Path file, IOException e) {
        return new LabException(
                ErrorReport.error("could not " + what + " file \"" + file + "\": " + FailureReason.of(e)), e);
    }
}
