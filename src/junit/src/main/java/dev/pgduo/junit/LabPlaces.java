package dev.pgduo.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** Finds labs on the disk. */
final class LabPlaces {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private LabPlaces() {}

    /**
     * The labs for these words, each once.
     *
     * @param words files, directories and globs
     * @throws AssertionFailedError when there is none for a word
     */
    static List<String> find(List<String> words) {
        Set<String> files = new LinkedHashSet<>();
        for (String word : words) {
            List<String> found = find(word);
            if (found.isEmpty()) {
                throw new AssertionFailedError(
                        "there is no lab \"" + word + "\" in \"" + Path.of("").toAbsolutePath() + "\"");
            }
            files.addAll(found);
        }
        if (files.isEmpty()) {
            throw new AssertionFailedError("no labs are named");
        }
        return List.copyOf(files);
    }

    private static List<String> find(String word) {
        if (GLOB.matcher(word).find()) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + word);
            return walk(fixed(word), matcher);
        }
        Path path = Path.of(word);
        if (Files.isDirectory(path)) {
            return under(path);
        }
        return Files.exists(path) ? List.of(word) : List.of();
    }

    /** All labs in a directory and below. */
    static List<String> under(Path directory) {
        return walk(directory, file -> file.toString().endsWith(".lab"));
    }

    /** The directory before the first wildcard. */
    private static Path fixed(String glob) {
        List<String> names = new ArrayList<>();
        for (String name : glob.split("/", -1)) {
            if (GLOB.matcher(name).find()) {
                break;
            }
            names.add(name);
        }
        return Path.of(String.join("/", names) + (names.equals(List.of("")) ? "/" : ""));
    }

    private static List<String> walk(Path directory, PathMatcher wanted) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.toString().isEmpty() ? Path.of(file.toString()) : file)
                    .filter(wanted::matches)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read directory \"" + directory + "\"", e);
        }
    }

    /** The URI of a line of a lab for IDEs; empty for a lab that is not on the disk. */
    static Optional<URI> uri(String lab, int line) {
        Path file = Path.of(lab);
        return Files.exists(file)
                ? Optional.of(URI.create(file.toAbsolutePath().normalize().toUri() + "?line=" + line))
                : Optional.empty();
    }
}
