package dev.pgduo.transcript.foreign;

import dev.pgduo.scan.InputState;
import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes steps of input. */
final class Statements {
    private static final Pattern WAITS = Pattern.compile(
            "(?is).*--[^\\n]*\\b(?:block(?:s|ed|ing)?|waits?|waiting|hangs?|stuck|ждет|ждёт|зависает|блокируется|висит)\\b.*");

    /** The largest number of lines of a statement without a prompt. */
    private static final int LONGEST = 1_000;

    /** A remark after a command, in parentheses that no shell would accept. */
    private static final Pattern REMARK = Pattern.compile(
            "(?<command>[^\n'\"(]*[^\\s$'\"(])\\s+(?<remark>\\((?:[\\p{L}\\p{N},.:'-]+\\s+)+[^()\n]*\\))\\s*");

    private Statements() {}

    /** A step for an SQL prompt; an incomplete statement gets a semicolon. Empty when it is incomplete even then. */
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

    /** The statement with a semicolon, on a line of its own where it would become part of a comment. */
    private static String ended(String text) {
        InputState state = InputState.of(text + ";");
        return state.complete() ? text + ";" : text + "\n;";
    }

    /** A step for a shell prompt; empty when the shell would wait for more input. */
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

    /** Whether a statement that begins at the cursor ends in the next lines, before a blank one. */
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
