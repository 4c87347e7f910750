package dev.pgduo.cluster.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds programs in the directories of PATH. */
public final class Programs {
    private Programs() {}

    /** The first program of this name in PATH, an absolute path. */
    public static Optional<Path> find(String name) {
        return path().stream()
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** PATH's directories, in order. */
    public static List<Path> path() {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> entry.startsWith("/"))
                .map(Path::of)
                .toList();
    }
}
