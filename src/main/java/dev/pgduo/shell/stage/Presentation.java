package dev.pgduo.shell.stage;

import dev.pgduo.cluster.process.Background;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.snapshot.LabMarks;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.Player;
import dev.pgduo.replay.StepResult;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The position in a presented lab file, and the ways back. At the beginning of each section the lab is copied, unless a session
 * is in a transaction or busy; to go back, the last copy before the target is restored, and the steps from there are run
 * without being shown. For one thread.
 */
public final class Presentation implements AutoCloseable {
    /** The number of copies, as they take space: then the oldest one except the first is removed. */
    private static final int MOST = 8;

    private final LabSessions desk;
    private final LabMarks places;
    private final List<StepResult> results = new ArrayList<>();
    private Resolution resolution;
    private Player player;
    private Sections sections;
    private final TreeMap<Integer, Mark> marks = new TreeMap<>();
    private int at;

    /** The state of the lab at a step. */
    public record Mark(LabMarks.Mark place, Captures captures) {}

    public Presentation(Resolution resolution, Player player, LabSessions desk) {
        this.resolution = resolution;
        this.player = player;
        this.desk = desk;
        this.places = new LabMarks(desk);
        this.sections = Sections.of(resolution, player.title());
        mark();
    }

    /**
     * A presentation that continues where an earlier one was, on a new lab.
     *
     * @param step the index of the next step
     * @param then the state of the lab before that step
     */
    public Presentation(Resolution resolution, Player player, LabSessions desk, int step, Mark then) {
        this.resolution = resolution;
        this.player = player;
        this.desk = desk;
        this.places = new LabMarks(desk);
        this.sections = Sections.of(resolution, player.title());
        resolution.steps().subList(0, step).forEach(player::skipped);
        restore(step, then);
        mark();
    }

    public Sections sections() {
        return sections;
    }

    public LabSessions desk() {
        return desk;
    }

    /** The index of the next step. */
    public int at() {
        return at;
    }

    /** The next step; empty at the end. */
    public Optional<ResolvedStep> next() {
        return at < resolution.steps().size() ? Optional.of(resolution.steps().get(at)) : Optional.empty();
    }

    /** The values that were captured so far. */
    public Captures captures() {
        return player.captures();
    }

    public List<ResolvedStep> steps() {
        return resolution.steps();
    }

    /** Saves the state if a section begins with the next step. */
    public void arrive() {
        if (sections.begins(at)) {
            mark();
        }
    }

    /** Runs the next step; empty when it runs nothing. */
    public Optional<StepResult> step() {
        ResolvedStep step = resolution.steps().get(at++);
        Optional<StepResult> result = player.step(step);
        results.removeIf(known -> line(known.step()) >= line(step));
        result.ifPresent(results::add);
        if (step.step() instanceof Step.SqlInput sql) {
            places.habits().typed(sql.session(), sql.input());
        }
        if (step.step() instanceof Step.SessionOpen opened) {
            places.habits().opened(opened.session());
        }
        return result;
    }

    /** Saves the present state, unless a session is in a transaction or busy; returns whether it was saved. */
    public boolean mark() {
        Optional<LabMarks.Mark> place = places.take();
        if (place.isEmpty()) {
            return false;
        }
        drop(marks.remove(at));
        marks.put(at, new Mark(place.get(), player.captures()));
        if (marks.size() > MOST) {
            drop(marks.remove(marks.higherKey(marks.firstKey())));
        }
        return true;
    }

    /** The saved state before a step; empty when there is none. */
    public Optional<Mark> marked(int step) {
        return Optional.ofNullable(marks.get(step));
    }

    private void drop(@Nullable Mark mark) {
        if (mark != null) {
            places.drop(mark.place());
        }
    }

    /**
     * Restores the state before a step, or runs the steps up to it: a later step is reached by running; for the present one or
     * an earlier one, a state is restored, whatever was changed on the lab.
     */
    public void seek(int step) {
        if (step <= at) {
            Map.Entry<Integer, Mark> mark = marks.floorEntry(step);
            restore(mark.getKey(), mark.getValue());
        }
        while (at < step && !Thread.currentThread().isInterrupted()) {
            arrive();
            step();
        }
    }

    /**
     * Skips the steps that an earlier presentation, which was killed, has run on this lab; only its sessions are opened again.
     */
    public void pass(int step) {
        while (at < step) {
            if (resolution.steps().get(at).step() instanceof Step.SessionOpen) {
                step();
            } else {
                at++;
            }
        }
        mark();
    }

    /** Skips steps that a person has done in another way; only sessions that are not open are opened, and variables are set. */
    public void leap(int step) {
        while (at < step) {
            ResolvedStep passed = resolution.steps().get(at);
            boolean opens = passed.step() instanceof Step.SessionOpen opened && !desk.isOpen(opened.session());
            if (opens || !passed.step().governed()) {
                step();
            } else {
                player.skipped(passed);
                at++;
            }
        }
    }

    /** The session of the last statement, if it is still open. */
    public OptionalInt session() {
        for (int i = at - 1; i >= 0; i--) {
            OptionalInt number = number(resolution.steps().get(i));
            if (number.isPresent()) {
                return desk.isOpen(number.getAsInt()) ? number : OptionalInt.empty();
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

    /**
     * Continues with another version of the lab file, from the first section that has changed; the saved states after its begin
     * are removed. Returns the index of the next step.
     *
     * @param other a version with the same front matter
     */
    public int turnTo(Resolution other, Player itsPlayer) {
        int same = 0;
        int most = Math.min(resolution.steps().size(), other.steps().size());
        while (same < most && resolution.steps().get(same).equals(other.steps().get(same))) {
            same++;
        }
        List<ResolvedStep> before = resolution.steps();
        resolution = other;
        player = itsPlayer;
        sections = Sections.of(other, player.title());
        int changed = same;
        int from = changed == other.steps().size() && before.size() == changed
                ? changed
                : sections.all().get(sections.at(changed)).from();
        marks.tailMap(from, false).values().forEach(this::drop);
        marks.tailMap(from, false).clear();
        Map.Entry<Integer, Mark> mark = marks.floorEntry(from);
        for (ResolvedStep step : other.steps().subList(0, mark.getKey())) {
            player.skipped(step);
        }
        restore(mark.getKey(), mark.getValue());
        int behind = at == 0 ? 0 : line(other.steps().get(at - 1));
        results.removeIf(known -> line(known.step()) > behind);
        return at;
    }

    /** Plays the remaining steps; returns the results of all steps. */
    public PlayResult finish(Transcript transcript) {
        long start = System.nanoTime();
        while (at < resolution.steps().size() && !Thread.currentThread().isInterrupted()) {
            arrive();
            step();
        }
        return new PlayResult(
                transcript, resolution, results, player.usage(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static int line(ResolvedStep step) {
        return step.step().span().first();
    }

    /** Restores a state to its end, because half of it would be a broken lab: Ctrl-C is heard afterwards. */
    private void restore(int step, Mark mark) {
        player.back(mark.captures());
        Background<Boolean> work = Background.of(() -> {
            places.restore(mark.place());
            return true;
        });
        work.await();
        try {
            work.result();
        } catch (IOException e) {
            throw new UncheckedIOException("could not restore the lab", e);
        }
        at = step;
    }

    /** Removes the copies. */
    @Override
    public void close() {
        places.close();
    }
}
