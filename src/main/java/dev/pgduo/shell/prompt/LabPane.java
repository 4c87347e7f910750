package dev.pgduo.shell.prompt;

import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.command.Suggestions;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/**
 * The pane of the lab's commands, at {@code lab> }. {@code #} begins a comment; a prompt that was copied with a command is
 * ignored; {@code exit} and {@code quit} leave.
 */
public final class LabPane implements Pane {
    private static final String PROMPT = "lab> ";
    private static final List<String> LEAVING = List.of("exit", "quit", "\\q");

    private final Commands commands;
    private final Supplier<Suggestions> suggestions;
    private final RecordingListener journal;
    private final AfterCommand after;
    private final Interruption interruption = new Interruption();

    /** Runs typed lines as commands. */
    public interface Commands {
        /** Runs one line with this output, also for its errors; returns the exit code. */
        int run(String line, PrintWriter out);
    }

    /**
     * A pane whose commands are told to a journal.
     *
     * @param suggestions the completions; asked for when a line needs them
     */
    public LabPane(
            Commands commands, Supplier<Suggestions> suggestions, RecordingListener journal, AfterCommand after) {
        this.commands = commands;
        this.suggestions = suggestions;
        this.journal = journal;
        this.after = after;
    }

    @Override
    public Kind kind() {
        return Kind.LAB;
    }

    @Override
    public String prompt() {
        return PROMPT;
    }

    @Override
    public String margin() {
        return "";
    }

    /** True unless the line ends with a backslash. */
    @Override
    public boolean complete(String buffer) {
        return !buffer.endsWith("\\") || buffer.endsWith("\\\\");
    }

    @Override
    public String continuationPrompt(String buffer) {
        return "> ";
    }

    @Override
    public List<String> statements(String buffer) {
        return buffer.replace("\\\n", "").lines().toList();
    }

    @Override
    public Outcome run(String text, PrintWriter out) {
        String line = text.strip().replaceFirst("^(?:" + PROMPT.strip() + "\\s+)+", "");
        if (line.isEmpty() || line.startsWith("#")) {
            return Outcome.OK;
        }
        return LEAVING.contains(line) ? Outcome.LEFT : execute(line, out);
    }

    private Outcome execute(String line, PrintWriter out) {
        interruption.begin();
        try {
            Outcome outcome = journal.open() ? recorded(line, out) : Outcome.of(commands.run(line, out));
            out.flush();
            if (outcome.code() == ExitCode.OK) {
                after.succeeded(line);
            }
            return outcome;
        } finally {
            interruption.end();
            out.close();
        }
    }

    private Outcome recorded(String line, PrintWriter out) {
        CopyWriter copy = new CopyWriter(out);
        int code = commands.run(line, new PrintWriter(copy, false));
        journal.lab(line, copy.lines());
        return Outcome.of(code);
    }

    @Override
    public void cancel() {
        interruption.interrupt();
    }

    @Override
    public List<Suggestion> suggest(String buffer, int cursor) {
        return suggestions.get().at(buffer.substring(0, cursor)).stream()
                .map(s -> new Suggestion(s.value(), s.description()))
                .toList();
    }

    @Override
    public String farewell() {
        return "exit";
    }
}
