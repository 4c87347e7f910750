package dev.pgduo.lab.place;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directories of labs, each with the lab's name.
 *
 * @param root the directory that holds the labs' directories
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>
 */
public record LabDirectories(Path root) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

    /** {@code $XDG_DATA_HOME/pgduo/labs}, else {@code ~/.local/share/pgduo/labs}. */
    public static LabDirectories of(Map<String, String> environment, Path home) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.startsWith("/") ? Path.of(data) : home.resolve(".local/share");
        return new LabDirectories(base.resolve("pgduo/labs"));
    }

    /**
     * The directory of the lab of this name.
     *
     * @throws LabException when the name is not one word of letters, digits, {@code -} and {@code _}
     */
    public Path directory(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new LabException(ErrorReport.error("invalid lab name: \"" + name + "\"")
                    .detail(
                            "A lab name is 1 to 63 letters, digits, \"-\" and \"_\", and starts with a letter or digit.")
                    .hint("Use --dir to keep a lab in a directory of any name."));
        }
        return root.resolve(name);
    }

    /** The names of all existing labs, in alphabetical order. */
    public List<String> names() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(LabState::existsIn)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read directory \"" + root + "\": " + FailureReason.of(e)), e);
        }
    }
}
