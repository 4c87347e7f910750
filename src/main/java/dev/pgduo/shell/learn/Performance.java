package dev.pgduo.shell.learn;

import dev.pgduo.shell.prompt.Guide;
import dev.pgduo.shell.stage.Keys;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Typist;
import dev.pgduo.transcript.model.ResolvedStep;

/** Runs the steps of a student's lab, shown or hidden, and the live prompt. For the thread that uses the terminal. */
final class Performance {
    private final LearnerDesk desk;
    private final Presentation course;
    private final Keys keys;

    Performance(LearnerDesk desk, Keys keys) {
        this.desk = desk;
        this.course = desk.course();
        this.keys = keys;
    }

    /**
     * Shows and runs the next step.
     *
     * @param speed letters per second, 0 for all at once
     */
    void perform(ResolvedStep step, int speed) {
        if (step.step().runs()) {
            desk.slides()
                    .type(
                            step,
                            course.captures(),
                            new Typist(keys, desk.terminal().writer(), speed));
        }
        keys.during(() -> course.step()
                .filter(played -> played.verdict().failed())
                .ifPresent(played -> desk.slides().remark("the output differs from that in line " + line(step))));
    }

    /** Runs something without showing it. */
    void quietly(Runnable work) {
        desk.slides().quiet(true);
        try {
            keys.during(work);
        } finally {
            desk.slides().quiet(false);
        }
    }

    /** Runs the live prompt until the guide or the student ends it. */
    void prompts(Guide guide) {
        keys.close();
        try {
            desk.played().typedAt(desk.prompts().panes(), () -> {
                desk.prompts().panes().toSession(course.session().orElse(0));
                desk.prompts().run(desk.terminal(), guide);
            });
        } finally {
            keys.open();
        }
    }

    /** The line of the next step; 0 at the end. */
    int line() {
        return course.next().map(Performance::line).orElse(0);
    }

    static int line(ResolvedStep step) {
        return step.step().span().first();
    }
}
