package dev.pgduo.shell.present;

import dev.pgduo.lab.snapshot.LabFingerprint;
import dev.pgduo.lab.snapshot.SessionMemory;
import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.screen.KeyQuestion;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Slides;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;

/** The live prompt in a presentation, and the question afterwards whether changes are undone. */
final class LivePrompt {
    private final Terminal terminal;
    private final NestedPrompt loop;
    private final PlayedLab played;
    private final Slides slides;

    LivePrompt(Terminal terminal, NestedPrompt loop, PlayedLab played, Slides slides) {
        this.terminal = terminal;
        this.loop = loop;
        this.played = played;
        this.slides = slides;
    }

    /**
     * Runs the prompt, beginning with the session that typed last.
     *
     * @param marked whether the present state was saved; otherwise an earlier one would be restored
     * @return whether the lab has to be restored
     */
    boolean run(Presentation course, boolean marked) {
        LabFingerprint before = LabFingerprint.of(course.desk().lab());
        slides.remark("the live prompt: \\present or Ctrl-D goes back to the presentation");
        played.typedAt(loop.panes(), () -> {
            loop.panes().toSession(course.session().orElse(0));
            loop.run(terminal);
        });
        List<String> differences = new ArrayList<>(
                before.differences(LabFingerprint.of(course.desk().lab())));
        if (marked && !SessionMemory.idle(course.desk())) {
            differences.add("a session is in a transaction, or busy");
        }
        return !differences.isEmpty() && wanted(differences);
    }

    private boolean wanted(List<String> differences) {
        slides.remark("the lab is not in the state that the next step expects:");
        differences.forEach(difference -> slides.remark("  " + difference));
        return new KeyQuestion(terminal).ask("r restore it, g continue as it is [r]", "rg", 'g') == 'r';
    }
}
