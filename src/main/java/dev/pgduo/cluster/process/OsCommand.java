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
 * An operating-system command that is about to run: its words go to the program as they are, no shell reads them. Immutable.
 *
 * @param words the program and its arguments, at least one
 * @param environment variables that are added to this process's own; never printed, so a password may be in it
 * @param directory the working directory, or empty for this process's own
 * @param input what the program reads from its standard input
 * @param limit how long it may run before it is killed, or empty for ever
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

    /** The same command under other rights. */
    public OsCommand as(RunAs runAs) {
        List<String> all = new ArrayList<>(runAs.prefix());
        all.addAll(words);
        return new OsCommand(all, environment, directory, input, limit);
    }

    /**
     * Runs to the end and keeps the output. An interrupt kills the program.
     *
     * @throws dev.pgduo.report.LabException when the program cannot be started, runs over its limit, or this thread is interrupted
     */
    public Finished run() {
        return Execution.run(this, line -> {}, line -> {});
    }

    /** Like {@link #run()}, and tells every line as it comes, each stream on a thread of its own; a carriage return ends a line too. */
    public Finished run(Consumer<String> out, Consumer<String> err) {
        return Execution.run(this, out, err);
    }

    /** The command as a person would type it, quoted for a shell where needed. */
    public String display() {
        return words.stream().map(OsCommand::quote).collect(Collectors.joining(" "));
    }

    /** A word quoted for a POSIX shell, or itself when it needs no quotes. */
    public static String quote(String word) {
        return word.matches("[\\p{L}\\p{N}_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
