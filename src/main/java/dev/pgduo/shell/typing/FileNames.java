package dev.pgduo.shell.typing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that a half-typed path could mean. */
public final class FileNames {
    private static final int MOST = 500;

    private FileNames() {}

    /** Paths that begin with what is typed, directories with a slash at the end; relative ones are below {@code directory}. */
    public static List<String> at(Path directory, String typed) {
        int slash = typed.lastIndexOf('/') + 1;
        String parent = typed.substring(0, slash);
        String start = typed.substring(slash);
        try (Stream<Path> entries = Files.list(directory.resolve(parent))) {
            return entries.filter(entry -> offered(String.valueOf(entry.getFileName()), start))
                    .limit(MOST)
                    .map(entry -> parent + entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return List.of();
        }
    }

    private static boolean offered(String name, String start) {
        return name.startsWith(start) && (!name.startsWith(".") || start.startsWith("."));
    }
}
