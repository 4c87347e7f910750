package dev.pgduo.shell.script;

import dev.pgduo.shell.lab.Audience;
import dev.pgduo.shell.screen.HarmlessText;
import dev.pgduo.transcript.foreign.ForeignPane;
import dev.pgduo.transcript.foreign.PromptQuestion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal for the session or node of prompts for which the document does not tell it. */
final class PaneQuestions {
    private final Audience audience;

    PaneQuestions(Audience audience) {
        this.audience = audience;
    }

    /** The answers as values of {@code --map}; prompts without an answer are left to the guess. */
    List<String> ask(List<PromptQuestion> questions) {
        List<String> answers = new ArrayList<>();
        if (!audience.person()) {
            return answers;
        }
        for (PromptQuestion question : questions) {
            String pane = pane(question);
            if (pane == null) {
                break;
            }
            if (!pane.isEmpty()) {
                answers.add(question.prompt() + "=" + pane);
            }
        }
        return answers;
    }

    private @Nullable String pane(PromptQuestion question) {
        String lines = question.lines() == 1 ? "1 line" : question.lines() + " lines";
        String asked = HarmlessText.of(question.first() + ": " + question.sample()) + "\nWhere is \""
                + HarmlessText.of(question.prompt()) + "\" (" + lines + ")? a, b, 1, 2, a:1, text, or Enter for "
                + question.guess() + ": ";
        while (true) {
            String answer = answer(asked);
            if (answer == null || answer.isBlank()) {
                return answer == null ? null : "";
            }
            if (ForeignPane.of(answer).isPresent()) {
                return answer.strip();
            }
            asked = ForeignPane.FORMS + "\n" + question.prompt() + " is: ";
        }
    }

    private @Nullable String answer(String prompt) {
        try {
            return audience.asker().lines().ask(prompt, false);
        } catch (InterruptedIOException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read an answer", e);
        }
    }
}
