package dev.pgduo.lab.os;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Expands the shell's wildcards {@code *}, {@code ?} and {@code [} in paths without a shell. */
final class Wildcards {
    private Wildcards() {}

    /** The existing paths that match, in order; a path without wildcards is returned as it is, whether it exists or not. */
    static List<Path> expand(Path pattern) {
        List<Path> found = List.of(pattern.getRoot());
        for (Path name : pattern) {
            List<Path> next = new ArrayList<>();
            found.forEach(directory -> next.addAll(expand(directory, name)));
            found = next;
        }
        return found;
    }

    private static Set<Path> expand(Path directory, Path name) {
        if (Stream.of("*", "?", "[").noneMatch(name.toString()::contains)) {
            return Set.of(directory.resolve(name));
        }
        PathMatcher matcher = matcher(name);
        boolean hidden = name.toString().startsWith(".");
        Set<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                directory,
                entry -> matcher.matches(entry.getFileName())
                        && entry.getFileName().toString().startsWith(".") == hidden)) {
            entries.forEach(found::add);
        } catch (IOException e) {
            // As for a shell, nothing matches in a path that is no directory or cannot be read.
            return Set.of();
        }
        return found;
    }

    /** A matcher for one name: braces and backslashes are no wildcards, nor is a bracket that is not closed. */
    private static PathMatcher matcher(Path name) {
        String glob = name.toString().replaceAll("([{}\\\\])", "\\\\$1");
        try {
            return name.getFileSystem().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            return name::equals;
        }
    }
}
