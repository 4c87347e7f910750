package dev.pgduo.walk;

import dev.pgduo.cluster.files.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processes that work below a directory. */
final class Leftovers {
    private Leftovers() {}

    /** The processes whose working directory, or command line, is below this one. */
    static List<Long> below(Path directory) {
        List<Long> pids = new ArrayList<>();
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.matches("[0-9]+") && below(entry, directory)) {
                    pids.add(Long.parseLong(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pids;
    }

    private static boolean below(Path process, Path directory) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(directory);
        } catch (IOException e) {
            return false;
        }
    }

    /** Kills them, and removes the directory. */
    static void remove(Path directory) {
        try {
            List<Long> pids = below(directory);
            while (!pids.isEmpty()) {
                pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
                pids = below(directory);
            }
            FileTree.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
