package dev.pgduo.cluster.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The end of a line of a {@link LivingShell}.
 *
 * @param exitCode its exit status; 128 + n after signal n
 * @param directory the shell's present directory; empty when it has ended
 * @param awaited the commands that were still running at the time limit; empty when the line ended by itself
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
