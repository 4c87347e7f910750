package dev.pgduo.shell.prompt;

import dev.pgduo.report.TerminalText;
import dev.pgduo.shell.screen.Asker;
import dev.pgduo.shell.screen.LineQuestion;
import dev.pgduo.shell.screen.PromptThread;
import dev.pgduo.shell.screen.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads answers typed at the terminal, with the margin of the pane that asks; only while something runs there. */
record TypedAnswers(Terminal terminal, Router router, Screen screen, PromptThread waiting) implements Asker.Lines {
    /** Reads an answer; null while the prompt is shown, when typed text is no answer. */
    @Override
    public @Nullable String ask(String prompt, boolean secret) throws IOException {
        Pane asking = router.running().orElse(null);
        if (asking == null) {
            return null;
        }
        String shown = screen.margin(asking.margin()) + TerminalText.shown(prompt);
        if (!waiting.reachable()) {
            return new LineQuestion(terminal, secret).ask(shown);
        }
        try {
            return waiting.<@Nullable String>call(() -> unchecked(shown, secret));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable String unchecked(String shown, boolean secret) {
        try {
            return new LineQuestion(terminal, secret).ask(shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
