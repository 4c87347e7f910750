package dev.pgduo.transcript.foreign;

import dev.pgduo.scan.InputState;
import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes steps of what was typed. */
final class Statements {
    private static final Pattern WAITS = Pattern.compile(
            "(?is).*--[^\\n]*\\b(?:block(?:s|ed|ing)?|waits?|waiting|hangs?|stuck|ждет|ждёт|зависает|блокируется|висит)\\b.*");

    private Statements() {}

    /** A step at an SQL prompt; a statement that does not end gets a semicolon. */
    static ForeignStep step(DocLine line, ForeignPrompt prompt, InputReader.Typed typed, ImportRemarks remarks) {
        String text = typed.text();
        if (!typed.complete()) {
            text = ended(text);
            remarks.guess(
                    line.number(), "the statement ends here, without a semicolon: " + ImportRemarks.quoted(text), null);
        }
        ForeignStep step = new ForeignStep(line, prompt, ForeignStep.Kind.SQL, text);
        if (WAITS.matcher(text).matches()) {
            step.block();
        }
        return step;
    }

    /** The semicolon stands on a line of its own where a comment would take it. */
    private static String ended(String text) {
        InputState state = InputState.of(text + ";");
        return state.complete() ? text + ";" : text + "\n;";
    }

    /** A step at a shell's prompt. */
    static ForeignStep shell(DocLine line, ForeignPrompt prompt, InputReader.Typed typed, ImportRemarks remarks) {
        if (!typed.complete()) {
            remarks.warn(
                    line.number(), "the shell waits for more than this: " + ImportRemarks.quoted(typed.text()), null);
        }
        boolean opens = ForeignPsqlLine.read(typed.text())
                .filter(ForeignPsqlLine::interactive)
                .isPresent();
        return new ForeignStep(line, prompt, opens ? ForeignStep.Kind.OPEN : ForeignStep.Kind.SHELL, typed.text());
    }

    /** Whether a statement that begins at the cursor ends in the lines below it, before a blank one. */
    static boolean ends(BlockCursor cursor) {
        InputState state = new InputState();
        for (int i = 0; !cursor.ahead(i).isBlank(); i++) {
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
