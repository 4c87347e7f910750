package dev.pgduo.replay;

import java.util.List;
import java.util.function.Consumer;

/** Runs pgduo's own commands, the lines behind {@code lab> }; the shell supplies it. */
public interface LabCommands {
    /** Runs one line; errors are part of the output, of which each line is told as it comes. */
    Outcome run(String line, Consumer<String> listener);

    /**
     * What a command did.
     *
     * @param output the lines it printed
     * @param exitCode 0 for success
     */
    record Outcome(List<String> output, int exitCode) {
        public Outcome {
            output = List.copyOf(output);
        }
    }
}
