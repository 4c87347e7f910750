package dev.pgduo.transcript.foreign;

import dev.pgduo.scan.CopyRows;
import dev.pgduo.scan.InputState;
import dev.pgduo.scan.ShellInput;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads input of several lines: a statement up to its semicolon, a command up to where the shell would run it. */
final class InputReader {
    private static final Pattern ROW = Pattern.compile("\\s*(?:\\|+\\s*)?>>(?:[ \\t](.*))?", Pattern.DOTALL);
    private static final Pattern SHELL_MORE = Pattern.compile(">(?:[ \\t](.*))?", Pattern.DOTALL);

    private final BlockCursor cursor;

    InputReader(BlockCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * The input.
     *
     * @param complete whether it would have been run
     */
    record Typed(String text, boolean complete) {}

    /**
     * Reads the rest of a statement after its first line.
     *
     * @param stripped removes indentation and bars from a line without a prompt
     */
    Typed sql(String first, UnaryOperator<String> stripped) {
        StringBuilder text = new StringBuilder(first);
        InputState state = new InputState();
        state.feed(first);
        while (!state.complete() && !cursor.end() && goesOn(state)) {
            String row = cursor.prompt()
                    .filter(ForeignPrompt::more)
                    .map(ForeignPrompt::rest)
                    .orElseGet(() -> stripped.apply(cursor.text()).stripTrailing());
            cursor.next();
            text.append('\n').append(row);
            state.feed(row);
        }
        boolean complete = state.complete();
        if (complete && CopyRows.follow(text.toString())) {
            rows(text, stripped);
        }
        return new Typed(text.toString(), complete);
    }

    private boolean goesOn(InputState state) {
        Optional<ForeignPrompt> prompt = cursor.prompt();
        boolean open = state.prompt().equals("->");
        if (prompt.isPresent()) {
            boolean argument = state.prompt().equals("(>") && prompt.get().key().matches("\\w+=>");
            return prompt.get().more() || argument || inQuotes(state);
        }
        if (cursor.text().isBlank()) {
            return !open
                    || PromptReader.read(cursor.belowBlanks())
                            .filter(ForeignPrompt::more)
                            .isPresent();
        }
        boolean shell = LineLooks.shell(cursor.text()) && LineLooks.plainCommand(cursor.text());
        return !open || !(shell || LineLooks.output(cursor.text()) || LineLooks.rule(cursor.ahead(1)));
    }

    private static boolean inQuotes(InputState state) {
        return "'>\">$>*>".contains(state.prompt());
    }

    private void rows(StringBuilder text, UnaryOperator<String> stripped) {
        int place = cursor.at();
        StringBuilder rows = new StringBuilder();
        while (!cursor.end()) {
            Matcher row = ROW.matcher(cursor.text());
            String data = row.matches() ? (row.group(1) == null ? "" : row.group(1)) : stripped.apply(cursor.text());
            cursor.next();
            rows.append('\n').append(data);
            if (data.equals(CopyRows.END)) {
                text.append(rows);
                return;
            }
        }
        cursor.back(place);
    }

    /** Reads the rest of a shell command after its first line; options below it are joined with backslashes. */
    Typed shell(String first) {
        String start = first.strip();
        ShellInput input = new ShellInput();
        input.feed(start);
        StringBuilder text = new StringBuilder(start);
        int place = cursor.at();
        while (!input.complete() && !cursor.end()) {
            Matcher more = SHELL_MORE.matcher(cursor.text().strip());
            boolean prompted = more.matches() && (!input.inDocument() || more.group(1) != null);
            if (!prompted && cursor.prompt().filter(ForeignPrompt::shell).isPresent() && !input.inDocument()) {
                break;
            }
            String row = prompted ? (more.group(1) == null ? "" : more.group(1)) : cursor.text();
            cursor.next();
            text.append('\n').append(row);
            input.feed(row);
        }
        if (!input.complete()) {
            cursor.back(place);
            return new Typed(start, false);
        }
        while (!cursor.end() && OptionLines.follows(text.toString(), cursor.text())) {
            text.append(" \\\n").append(cursor.next().text().stripTrailing());
        }
        return new Typed(text.toString(), true);
    }
}
