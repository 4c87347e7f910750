package dev.pgduo.shell.psql;

import dev.pgduo.cluster.process.ShellLine;
import dev.pgduo.report.CommandFailed;
import dev.pgduo.session.host.PlainHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.session.query.StreamSource;
import dev.pgduo.shell.screen.Pager;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.table.ByteText;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The environment of psql as a program: its process's streams, directory and variables. */
final class ProgramHost extends PlainHost {
    private final StandardOutput output;
    private final StreamSource input;
    private final boolean interactive;
    private final WholeTerminal terminal;
    private Supplier<List<String>> history = List::of;

    ProgramHost(StandardOutput output, StreamSource input, boolean interactive) {
        super(System.getenv());
        this.output = output;
        this.input = input;
        this.interactive = interactive;
        this.terminal = new WholeTerminal(interactive);
    }

    @Override
    public int shell(String command, SessionOutput unused) throws IOException {
        output.flush();
        String line = command.isEmpty() ? "exec " + environment().getOrDefault("SHELL", "/bin/sh") : command;
        return line(line).run();
    }

    @Override
    public Printed backquote(String command) throws IOException {
        output.flush();
        InputStream in = line(command).output();
        String text = ByteText.decode(in.readAllBytes());
        return new Printed(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text, ended(in));
    }

    private static int ended(InputStream command) throws IOException {
        try {
            command.close();
            return 0;
        } catch (CommandFailed e) {
            return e.exitCode();
        }
    }

    @Override
    public OutputStream pipe(String command, SessionOutput unused) throws IOException {
        output.flush();
        return line(command).input();
    }

    @Override
    public InputStream reader(String command, SessionOutput unused) throws IOException {
        output.flush();
        return line(command).output();
    }

    private ShellLine line(String command) {
        return new ShellLine(command, currentDirectory(), environment());
    }

    @Override
    public int terminalWidth() {
        return terminal.columns();
    }

    @Override
    public int terminalRows() {
        return terminal.rows();
    }

    @Override
    public OutputStream pager(@Nullable String command, SessionOutput unused) throws IOException {
        output.flush();
        return Pager.open(terminal, Optional.ofNullable(command).map(this::line));
    }

    /** The terminal. */
    WholeTerminal terminal() {
        return terminal;
    }

    /** Sets the source of the typed statements. */
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
    public boolean interactive() {
        return interactive;
    }
}
