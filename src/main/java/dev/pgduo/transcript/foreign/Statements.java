package dev.pgduo.transcript.foreign;

import dev.pgduo.scan.InputState;
import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes steps of what was typed. */
final class Statements {
    private static final Pattern WAITS = Pattern.compile(
            "(?is).*--[^\\n]*\\b(?:block(?:s|ed|ing)?|waits?|waiting|hangs?|stuck|ждет|ждёт|зависает|блокируется|висит)\\b.*");

    /** How many lines a statement without a prompt may have. */
    private static final int LONGEST = 1_000;

    /** What a text says of a command behind it, in parentheses that no shell would take. */
    private static final Pattern REMARK = Pattern.compile(
            "(?<command>[^\n'\"(]*[^\\s$'\"(])\\s+(?<remark>\\((?:[\\p{L}\\p{N},.:'-]+\\s+)+[^()\n]*\\))\\s*");

    private Statements() {}

    /** A step at an SQL prompt; a statement that does not end gets a semicolon. Empty when that does not end it either. */
    static Optional<ForeignStep> step(
            DocLine line, ForeignPrompt prompt, InputReader.Typed typed, ImportRemarks remarks) {
        String text = typed.text();
        if (!typed.complete()) {
            text = ended(text);
            if (!InputState.of(text).complete()) {
                return Optional.empty();
            }
            remarks.guess(
                    line.number(), "the statement ends here, without a semicolon: " + ImportRemarks.quoted(text), null);
        }
        ForeignStep step = new ForeignStep(line, prompt, ForeignStep.Kind.SQL, text);
        if (WAITS.matcher(text).matches()) {
            step.block();
        }
        return Optional.of(step);
    }

    /** The semicolon stands on a line of its own where a comment would take it. */
    private static String ended(String text) {
        InputState state = InputState.of(text + ";");
        return state.complete() ? text + ";" : text + "\n;";
    }

    /** A step at a shell's prompt; empty when the shell waits for more than there is. */
    static Optional<ForeignStep> shell(
            DocLine line, ForeignPrompt prompt, InputReader.Typed typed, ImportRemarks remarks) {
        if (!typed.complete()) {
            return Optional.empty();
        }
        String text = typed.text();
        Matcher remark = prompt.key().isEmpty() ? REMARK.matcher(text) : REMARK.matcher("");
        if (remark.matches()) {
            text = remark.group("command");
            remarks.notice(
                    line.number(), "left out of the command: " + ImportRemarks.quoted(remark.group("remark")), null);
        }
        boolean opens =
                ForeignPsqlLine.read(text).filter(ForeignPsqlLine::interactive).isPresent();
        return Optional.of(new ForeignStep(line, prompt, opens ? ForeignStep.Kind.OPEN : ForeignStep.Kind.SHELL, text));
    }

    /** Whether a statement that begins at the cursor ends in the lines below it, before a blank one. */
    static boolean ends(BlockCursor cursor) {
        InputState state = new InputState();
        for (int i = 0; i < LONGEST && !cursor.ahead(i).isBlank(); i++) {
            Optional<ForeignPrompt> prompt = PromptReader.read(cursor.ahead(i));
            if (prompt.isPresent() && !prompt.get().more() && !state.prompt().equals("(>")) {
                return false;
            }
            String row =
                    prompt.filter(ForeignPrompt::more).map(ForeignPrompt::rest).orElse(cursor.ahead(i));
            state.feed(row);
            if (state.complete()) {
                return row.contains(";") || row.contains("\\");
            }
        }
        return false;
    }
}
