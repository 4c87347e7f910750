package dev.pgduo.replay;

import java.util.List;

/** Runs pgduo's own commands, the lines behind {@code lab> }; the shell supplies it. */
public interface LabCommands {
    /** Runs one line; errors are part of the output. */
    Outcome run(String line);

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
