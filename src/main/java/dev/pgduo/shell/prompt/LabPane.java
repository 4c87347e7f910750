package dev.pgduo.shell.prompt;

import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.command.Suggestions;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/** The lab's own commands, at {@code lab> }. {@code #} begins a comment; {@code exit} and {@code quit} leave. */
public final class LabPane implements Pane {
    private static final List<String> LEAVING = List.of("exit", "quit", "\\q");

    private final Supplier<CommandRunner> runner;
    private final Supplier<Suggestions> suggestions;
    private final Supplier<Journal> journal;
    private final Interruption interruption = new Interruption();

    public LabPane(CommandRunner runner, Suggestions suggestions) {
        this(() -> runner, () -> suggestions, () -> Journal.NONE);
    }

    /** A pane whose commands are told to a journal. Commands and suggestions are asked for when a line needs them. */
    public LabPane(Supplier<CommandRunner> runner, Supplier<Suggestions> suggestions, Supplier<Journal> journal) {
        this.journal = journal;
        this.runner = runner;
        this.suggestions = suggestions;
    }

    @Override
    public Kind kind() {
        return Kind.LAB;
    }

    @Override
    public String prompt() {
        return "lab> ";
    }

    @Override
    public String margin() {
        return "";
    }

    /** Always, unless the line ends with a backslash. */
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
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return Outcome.OK;
        }
        return LEAVING.contains(line) ? Outcome.LEFT : execute(line, out);
    }

    private Outcome execute(String line, PrintWriter out) {
        interruption.begin();
        try {
            return journal.get().open()
                    ? recorded(line, out)
                    : Outcome.of(runner.get().run(line, out));
        } finally {
            interruption.end();
            out.close();
        }
    }

    private Outcome recorded(String line, PrintWriter out) {
        CopyWriter copy = new CopyWriter(out);
        int code = runner.get().run(line, new PrintWriter(copy, false));
        journal.get().lab(line, copy.lines());
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
