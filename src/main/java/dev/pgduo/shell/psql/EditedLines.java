package dev.pgduo.shell.psql;

import dev.pgduo.session.query.Psql;
import dev.pgduo.shell.prompt.SystemTerminal;
import dev.pgduo.shell.prompt.TypedWord;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.shell.typing.SqlCompletion;
import dev.pgduo.table.ByteText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** Lines that are edited while they are typed, with a history and completion. Not thread-safe. */
final class EditedLines implements LineInput {
    private final StandardOutput output;
    private final Terminal terminal;
    private final LineReader reader;
    private final StatementHistory history;
    /** The pasted lines after the one that was returned last. */
    private final Deque<String> rest = new ArrayDeque<>();

    /** Uses this process's terminal, and lends it to commands. */
    EditedLines(Psql psql, StandardOutput output, Interrupts interrupts, WholeTerminal whole) throws IOException {
        this.output = output;
        this.terminal = SystemTerminal.opening(false).take();
        this.history = new StatementHistory(psql);
        terminal.handle(Signal.INT, signal -> interrupts.pressed());
        whole.lend(terminal, () -> {}, () -> {});
        terminal.handle(Signal.TSTP, SignalHandler.SIG_DFL);
        terminal.handle(Signal.QUIT, SignalHandler.SIG_DFL);
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("psql")
                .history(history)
                .parser((line, cursor, context) ->
                        new TypedWord(line, cursor, line.substring(SqlCompletion.wordStart(line, cursor), cursor)))
                .completer(new PsqlCompleter(psql))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "")
                .variable(LineReader.HISTORY_FILE, history.file())
                .variable(LineReader.HISTORY_SIZE, history.limit())
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_IGNORE_SPACE, false)
                .option(Option.HISTORY_TIMESTAMPED, false)
                .option(Option.INSERT_TAB, false)
                .build();
    }

    @Override
    public byte @Nullable [] line(String prompt) throws IOException {
        output.flush();
        if (rest.isEmpty() && !read(prompt)) {
            return null;
        }
        String line = rest.remove();
        history.line(line);
        return ByteText.encode(line + "\n");
    }

    /** All typed statements, the oldest first. */
    List<String> typed() {
        return history.typed();
    }

    private boolean read(String prompt) throws IOException {
        history.prompted();
        try {
            rest.addAll(List.of(reader.readLine(pattern(prompt)).split("\n", -1)));
            return true;
        } catch (UserInterruptException e) {
            history.forget();
            markInterrupt(prompt, e.getPartialLine());
            throw new InterruptedIOException("canceled by user");
        } catch (EndOfFileException e) {
            // The reader's cursor is in the next line; further text belongs after the prompt.
            terminal.puts(Capability.cursor_up);
            terminal.writer().print(visible(prompt));
            terminal.flush();
            return false;
        }
    }

    /** Prints {@code ^C} after the typed text, as a terminal in line mode would; the reader's cursor is in the next line. */
    private void markInterrupt(String prompt, String typed) {
        String line = visible(prompt.substring(prompt.lastIndexOf('\n') + 1)) + typed;
        int columns = AttributedString.fromAnsi(line).columnLength();
        if (columns > 0 && columns + 2 < terminal.getWidth() && typed.indexOf('\n') < 0) {
            terminal.puts(Capability.cursor_up);
            terminal.puts(Capability.parm_right_cursor, columns);
            terminal.writer().println("^C");
            terminal.flush();
        }
    }

    private static String visible(String prompt) {
        return prompt.replaceAll("[\u0001\u0002]", "");
    }

    /** The prompt in the reader's notation, in which percent signs and invisible sequences have marks of their own. */
    private static String pattern(String prompt) {
        return prompt.replace("%", "%%").replace("\u0001", "%{").replace("\u0002", "%}");
    }

    @Override
    public void close() throws IOException {
        history.prompted();
        terminal.close();
    }
}
