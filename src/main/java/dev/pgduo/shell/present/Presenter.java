package dev.pgduo.shell.present;

import dev.pgduo.replay.StepResult;
import dev.pgduo.shell.stage.Footer;
import dev.pgduo.shell.stage.Key;
import dev.pgduo.shell.stage.Keys;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Sections;
import dev.pgduo.shell.stage.Slides;
import dev.pgduo.shell.stage.Typist;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Waits for the presenter's keys and carries them out. For the thread that uses the terminal. */
final class Presenter {
    private static final long TICK_MILLIS = 1000;

    private final Presentation course;
    private final Slides slides;
    private final Desk desk;
    private final long since = System.currentTimeMillis();
    private boolean leaving;

    /**
     * The objects for a presentation.
     *
     * @param pause milliseconds after which the next step is run without a key; 0 for never
     */
    record Desk(Footer footer, Keys keys, Typist typist, NotesFile notes, LivePrompt interlude, int pause) {
        boolean auto() {
            return pause > 0;
        }
    }

    Presenter(Presentation course, Slides slides, Desk desk) {
        this.course = course;
        this.slides = slides;
        this.desk = desk;
    }

    /**
     * Presents until the presenter leaves.
     *
     * @param killedBefore the line of the next step when an earlier presentation was killed; empty when none was
     * @param done whether the lab still has the state of that presentation, so that no step has to be repeated
     */
    void run(OptionalInt killedBefore, boolean done) {
        desk.keys().open();
        try {
            if (killedBefore.isPresent() && !desk.auto()) {
                goOn(killedBefore.getAsInt(), done);
            }
            forward();
            while (!leaving) {
                act(press());
            }
        } finally {
            desk.footer().hide();
            desk.keys().close();
        }
    }

    private void goOn(int line, boolean done) {
        int step = 0;
        while (step < course.steps().size()
                && course.steps().get(step).step().span().first() < line) {
            step++;
        }
        if (step == 0 || step == course.steps().size()) {
            return;
        }
        Sections.Section section = course.sections().all().get(course.sections().at(step));
        slides.remark("killed while presenting, before line " + line + ", section "
                + (course.sections().at(step) + 1) + ": " + section.title());
        desk.footer().show("Enter continues there, any other key starts from the beginning");
        Key press = desk.keys().await();
        desk.footer().hide();
        if (press == Key.NEXT || press == Key.YES) {
            int place = step;
            quietly(() -> {
                if (done) {
                    course.pass(place);
                } else {
                    course.seek(place);
                }
            });
        }
    }

    private Key press() {
        int next = course.next().map(step -> step.step().span().first()).orElse(0);
        desk.notes().write(new NotesFile.Page(since, next, page()));
        long pause = desk.auto() ? desk.pause() : TICK_MILLIS;
        while (true) {
            desk.footer().show(place());
            Key press = desk.keys().read(pause);
            if (press == Key.NONE && desk.auto()) {
                press = course.next().isPresent() ? Key.NEXT : Key.LEAVE;
            }
            if (press != Key.NONE && press != Key.OTHER) {
                desk.footer().hide();
                return press;
            }
        }
    }

    private List<String> page() {
        return new NotesPage(course.sections(), course.steps(), slides::lines).lines(course.at());
    }

    private String place() {
        List<Sections.Section> all = course.sections().all();
        int section = course.sections().at(Math.max(0, course.at() - 1));
        Duration elapsed = Duration.ofMillis(System.currentTimeMillis() - since);
        String time = String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
        String what = course.next().isEmpty() ? "the end" : "Enter next";
        return time + "  " + (section + 1) + "/" + all.size() + "  " + what
                + ", p back, g sections, Esc prompt, q leave  "
                + all.get(section).title();
    }

    private void act(Key press) {
        switch (press) {
            case NEXT -> forward();
            case BACK -> back();
            case SECTIONS -> choose();
            case PROMPT -> prompt();
            case LEAVE -> leave();
            case HELP -> help();
            case YES, OTHER, NONE -> {}
        }
    }

    /** Shows text up to the next step that is typed, or types and runs that step. */
    private void forward() {
        boolean told = false;
        while (course.next().isPresent()) {
            ResolvedStep step = course.next().get();
            boolean heading = step.step() instanceof Step.Heading;
            if (told && (heading || step.step().runs())) {
                return;
            }
            if (step.step().runs()) {
                perform(step);
                return;
            }
            if (course.sections().begins(course.at())) {
                course.arrive();
            }
            told |= slides.tell(step);
            report(course.step());
        }
    }

    private void perform(ResolvedStep step) {
        slides.type(step, course.captures(), desk.typist());
        desk.keys().during(() -> {
            report(course.step());
            while (course.next().filter(Presenter::follows).isPresent()) {
                ResolvedStep next = course.next().orElseThrow();
                slides.tell(next);
                report(course.step());
            }
        });
    }

    /** Whether a step belongs to the one before it: blank lines, and the output of a statement that was unblocked. */
    private static boolean follows(ResolvedStep step) {
        return step.step() instanceof Step.Blank || step.step() instanceof Step.LateOutput;
    }

    private void report(Optional<StepResult> result) {
        result.filter(played -> played.verdict().failed())
                .ifPresent(played -> slides.remark("the output differs from that in line "
                        + played.step().step().span().first()));
    }

    private void back() {
        int at = course.sections().at(Math.max(0, course.at() - 1));
        int from = course.sections().all().get(at).from();
        boolean before = at > 0 && narrative(from);
        go(before ? at - 1 : at);
    }

    /** Whether no step has run since this one; then the key for back goes to the section before. */
    private boolean narrative(int from) {
        return course.steps().subList(from, Math.max(from, course.at())).stream()
                .noneMatch(step -> step.step().runs());
    }

    private void go(int section) {
        Sections.Section target = course.sections().all().get(section);
        slides.remark("to section " + (section + 1) + ": " + target.title());
        quietly(() -> course.seek(target.from()));
        forward();
    }

    private void quietly(Runnable work) {
        slides.quiet(true);
        try {
            desk.keys().during(work);
        } finally {
            slides.quiet(false);
        }
    }

    private void choose() {
        List<Sections.Section> all = course.sections().all();
        int now = course.sections().at(Math.max(0, course.at() - 1));
        for (int i = 0; i < all.size(); i++) {
            slides.remark((i == now ? "> " : "  ") + (i + 1) + "  " + all.get(i).title());
        }
        desk.footer().show("number of the section, Enter: ");
        OptionalInt number = desk.keys().number();
        desk.footer().hide();
        if (number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= all.size()) {
            go(number.getAsInt() - 1);
        }
    }

    private void prompt() {
        boolean marked = course.mark();
        desk.keys().close();
        boolean restore;
        try {
            restore = desk.interlude().run(course, marked);
        } finally {
            desk.keys().open();
        }
        if (restore) {
            quietly(() -> course.seek(course.at()));
            slides.remark("restored");
        }
    }

    /** Asks before leaving, because the key may have been pressed by mistake; not at the end of the file. */
    private void leave() {
        leaving = course.next().isEmpty() || certain();
    }

    private boolean certain() {
        desk.footer().show("leave? q or y leaves, any other key continues");
        Key press = desk.keys().await();
        desk.footer().hide();
        return press == Key.LEAVE || press == Key.YES;
    }

    private void help() {
        slides.remark("Enter, n: next step; a key while it is typed: the rest at once");
        slides.remark("p: back to the start of the section, or to the one before; g: go to a section");
        slides.remark("Esc: the live prompt; \\present or Ctrl-D comes back");
        slides.remark("q: leave and remove the lab");
    }
}
