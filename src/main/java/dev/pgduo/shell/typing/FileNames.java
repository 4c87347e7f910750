package dev.pgduo.shell.typing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The completions of a path. */
public final class FileNames {
    private static final int MOST = 500;
    private static final String MEANT_BY_A_SHELL = "([^\\w@%+=:,./~-])";

    private FileNames() {}

    /** Paths that begin with the typed text, directories with a slash at the end; relative ones are below {@code directory}. */
    public static List<String> at(Path directory, String typed) {
        return at(directory::resolve, List.of(), typed, name -> name);
    }

    /**
     * Paths that begin with the typed text, in a shell's notation.
     *
     * @param real converts a typed directory to the real one
     * @param known additional absolute paths
     */
    public static List<String> inShell(Function<String, Path> real, Collection<String> known, String typed) {
        return at(real, known, typed, name -> name.replaceAll(MEANT_BY_A_SHELL, "\\\\$1"));
    }

    private static List<String> at(
            Function<String, Path> real, Collection<String> known, String typed, UnaryOperator<String> written) {
        int slash = typed.lastIndexOf('/') + 1;
        String parent = typed.substring(0, slash);
        String start = typed.substring(slash);
        Stream<String> there = entries(real, parent).stream()
                .filter(entry -> offered(String.valueOf(entry.getFileName()), start))
                .map(entry -> parent
                        + written.apply(String.valueOf(entry.getFileName()))
                        + (Files.isDirectory(entry) ? "/" : ""));
        Stream<String> named = known.stream()
                .filter(path -> slash > 0 && path.startsWith(typed))
                .map(path -> next(path, slash, real));
        return Stream.concat(there, named).distinct().sorted().limit(MOST).toList();
    }

    private static List<Path> entries(Function<String, Path> real, String parent) {
        try (Stream<Path> entries = Files.list(real.apply(parent))) {
            return entries.toList();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return List.of();
        }
    }

    /** The path up to the end of the next name. */
    private static String next(String path, int from, Function<String, Path> real) {
        int slash = path.indexOf('/', from);
        if (slash >= 0) {
            return path.substring(0, slash + 1);
        }
        return Files.isDirectory(real.apply(path)) ? path + "/" : path;
    }

    private static boolean offered(String name, String start) {
        return name.startsWith(start) && (!name.startsWith(".") || start.startsWith("."));
    }
}
