package dev.pgduo.cluster.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a line of a {@link LivingShell} ended.
 *
 * @param exitCode its exit status; 128 + n after signal n
 * @param directory where the shell is now; empty when it has ended
 * @param awaited the commands that were still running when the line's time was up; empty when it ended by itself
 */
public record ShellEnd(int exitCode, Optional<Path> directory, List<String> awaited) {
    public ShellEnd {
        awaited = List.copyOf(awaited);
    }

    /** Whether the shell has ended with this line. */
    public boolean left() {
        return directory.isEmpty();
    }
}
