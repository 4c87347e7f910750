package dev.pgduo.replay;

import java.util.List;
import java.util.function.Consumer;

/** Runs the commands of lines with {@code lab>}; implemented by the shell. */
public interface LabCommands {
    /** Runs one line; errors are part of the output. The listener gets each line when it is printed. */
    Outcome run(String line, Consumer<String> listener);

    /**
     * The result of a command.
     *
     * @param output the lines that it printed
     * @param exitCode 0 for success
     */
    record Outcome(List<String> output, int exitCode) {
        public Outcome {
            output = List.copyOf(output);
        }
    }
}
