package dev.pgduo.shell.learn;

import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.stage.Footer;
import dev.pgduo.shell.stage.Keys;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Slides;
import org.jline.terminal.Terminal;

/** The objects for a student's work: the terminal, and the lab with its text. */
record LearnerDesk(
        Terminal terminal,
        Screen screen,
        Slides slides,
        NestedPrompt prompts,
        PlayedLab played,
        Presentation course,
        StartKeeper starts) {
    Keys keys() {
        return new Keys(terminal);
    }

    Footer footer() {
        return new Footer(terminal, screen.palette());
    }
}
