package dev.pgduo.shell.present;

import dev.pgduo.lab.Sight;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.prompt.RoamLoop;
import dev.pgduo.shell.screen.KeyQuestion;
import dev.pgduo.transcript.ResolvedStep;
import dev.pgduo.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;

/** The live prompt in a presentation, and what has become of the lab afterwards. */
final class Interlude {
    private final Terminal terminal;
    private final RoamLoop loop;
    private final CurrentLab current;
    private final Slides slides;

    Interlude(Terminal terminal, RoamLoop loop, CurrentLab current, Slides slides) {
        this.terminal = terminal;
        this.loop = loop;
        this.current = current;
        this.slides = slides;
    }

    /**
     * Gives the prompt of the session that typed last.
     *
     * @param marked whether the lab can be put back to what it is now, and not only to before what is open in its sessions
     * @return whether the lab is to be put back
     */
    boolean run(Course course, boolean marked) {
        Sight before = Sight.of(course.desk().lab());
        slides.remark("the live prompt: \\present or Ctrl-D goes back to the presentation");
        current.attended(true);
        try {
            loop.panes().toSession(session(course).orElse(0));
            loop.run(terminal);
        } finally {
            current.attended(false);
        }
        List<String> differences =
                new ArrayList<>(before.differences(Sight.of(course.desk().lab())));
        if (marked && !SessionMemory.idle(course.desk())) {
            differences.add("a session is in a transaction, or busy");
        }
        return !differences.isEmpty() && wanted(differences);
    }

    private boolean wanted(List<String> differences) {
        slides.remark("the lab is not what the next step expects:");
        differences.forEach(difference -> slides.remark("  " + difference));
        return new KeyQuestion(terminal).ask("r restore it, g go on as it is [r]", "rg", 'g') == 'r';
    }

    /** The session of the last statement, when it is open still. */
    private static OptionalInt session(Course course) {
        for (int i = course.at() - 1; i >= 0; i--) {
            OptionalInt number = number(course.steps().get(i));
            if (number.isPresent()) {
                return course.desk().isOpen(number.getAsInt()) ? number : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt number(ResolvedStep step) {
        if (step.step() instanceof Step.SqlInput sql) {
            return OptionalInt.of(sql.session());
        }
        return step.step() instanceof Step.SessionOpen opened ? OptionalInt.of(opened.session()) : OptionalInt.empty();
    }
}
