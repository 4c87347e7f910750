package dev.pgduo.shell.psql;

import dev.pgduo.cluster.process.ShellLine;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.session.query.StreamSource;
import dev.pgduo.table.ByteText;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The surroundings of psql as a program: its process's streams, directory and environment. */
final class ProgramHost implements SessionHost {
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final StandardOutput output;
    private final StreamSource input;
    private final boolean interactive;
    private Supplier<List<String>> history = List::of;
    private Path directory = Path.of("").toAbsolutePath();

    ProgramHost(StandardOutput output, StreamSource input, boolean interactive) {
        this.output = output;
        this.input = input;
        this.interactive = interactive;
    }

    @Override
    public int shell(String command, SessionOutput unused) throws IOException {
        output.flush();
        String line = command.isEmpty() ? "exec " + environment.getOrDefault("SHELL", "/bin/sh") : command;
        return line(line).run();
    }

    @Override
    public String backquote(String command) throws IOException {
        output.flush();
        InputStream in = line(command).output();
        String text = ByteText.decode(in.readAllBytes());
        try {
            in.close();
        } catch (IOException e) {
            // The exit code does not matter here.
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public OutputStream pipe(String command, SessionOutput unused) throws IOException {
        output.flush();
        return line(command).input();
    }

    @Override
    public InputStream reader(String command) throws IOException {
        output.flush();
        return line(command).output();
    }

    private ShellLine line(String command) {
        return new ShellLine(command, directory, environment);
    }

    /** Who knows what was typed. */
    void history(Supplier<List<String>> typed) {
        history = typed;
    }

    @Override
    public List<String> history() {
        return history.get();
    }

    @Override
    public InputStream input() {
        return input.stream();
    }

    @Override
    public @Nullable String ask(String prompt, boolean secret) throws IOException {
        Console console = interactive || secret ? System.console() : null;
        if (console != null && secret) {
            output.flush();
            char[] typed = console.readPassword("%s", prompt);
            return typed == null ? null : new String(typed);
        }
        output.err(prompt);
        byte[] line = input.line();
        if (secret) {
            output.err("\n");
        }
        if (line == null) {
            return secret ? "" : null;
        }
        String text = ByteText.decode(line);
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void environment(String name, @Nullable String value) {
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
    }

    @Override
    public void directory(Path next) {
        directory = next;
    }

    @Override
    public Answer command(String name, String arguments, SessionOutput unused) {
        return Answer.NOT_MINE;
    }

    @Override
    public int terminalWidth() {
        return 0;
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public Path currentDirectory() {
        return directory;
    }

    @Override
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }
}
