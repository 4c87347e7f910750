package dev.pgduo.cluster.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An operating-system command: its words are passed to the program without a shell. Immutable.
 *
 * @param words the program and its arguments, at least one
 * @param environment variables that are added to this process's own; never printed, so they may contain a password
 * @param directory the working directory, or empty for this process's own
 * @param input the program's standard input
 * @param limit the time after which it is killed, or empty for no limit
 */
public record OsCommand(
        List<String> words,
        Map<String, String> environment,
        Optional<Path> directory,
        String input,
        Optional<Duration> limit) {
    public OsCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    public static OsCommand of(List<String> words) {
        return new OsCommand(words, Map.of(), Optional.empty(), "", Optional.empty());
    }

    public static OsCommand of(String... words) {
        return of(List.of(words));
    }

    /** A line for {@code bash -c}. */
    public static OsCommand bash(String line) {
        return of("bash", "-c", line);
    }

    public OsCommand with(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(variables);
        return new OsCommand(words, all, directory, input, limit);
    }

    public OsCommand in(Path workingDirectory) {
        return new OsCommand(words, environment, Optional.of(workingDirectory), input, limit);
    }

    public OsCommand reading(String text) {
        return new OsCommand(words, environment, directory, text, limit);
    }

    public OsCommand within(Duration duration) {
        return new OsCommand(words, environment, directory, input, Optional.of(duration));
    }

    /** The same command with other rights. */
    public OsCommand as(RunAs runAs) {
        List<String> all = new ArrayList<>(runAs.prefix());
        all.addAll(words);
        return new OsCommand(all, environment, directory, input, limit);
    }

    /**
     * Runs the command, and keeps its output. An interrupt kills the program.
     *
     * @throws dev.pgduo.report.LabException when the program cannot be started or exceeds its limit, or this thread is
     * interrupted
     */
    public Finished run() {
        return Execution.run(this, line -> {}, line -> {});
    }

    /**
     * Like {@link #run()}, and passes each line on when it is printed, each stream on a thread of its own; a carriage return
     * also ends a line.
     */
    public Finished run(Consumer<String> out, Consumer<String> err) {
        return Execution.run(this, out, err);
    }

    /** The command as a person would type it, with quotes where a shell needs them. */
    public String display() {
        return words.stream().map(OsCommand::quote).collect(Collectors.joining(" "));
    }

    /** A word quoted for a POSIX shell, or itself when it needs no quotes. */
    public static String quote(String word) {
        return word.matches("[\\p{L}\\p{N}_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
