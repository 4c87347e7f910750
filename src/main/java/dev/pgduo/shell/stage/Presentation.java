package dev.pgduo.shell.stage;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a presentation is, and the ways back. At the beginning of each section the lab is copied, unless a session would lose
 * something by it; going back restores the nearest copy before and plays what is between without showing it. For one thread.
 */
public final class Presentation implements AutoCloseable {
    /** Copies take space: the oldest but the first goes. */
    private static final int MOST = 8;

    private final LabSessions desk;
    private final LabMarks places;
    private final List<StepResult> results = new ArrayList<>();
    private Resolution resolution;
    private Player player;
    private Sections sections;
    private final TreeMap<Integer, Mark> marks = new TreeMap<>();
    private int at;

    /** What the lab was at a step. */
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
     * One that goes on where an earlier one was, on a lab of which nothing is there yet.
     *
     * @param step before which it was
     * @param then what the lab was there
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

    /** The step that comes next; empty at the end. */
    public Optional<ResolvedStep> next() {
        return at < resolution.steps().size() ? Optional.of(resolution.steps().get(at)) : Optional.empty();
    }

    /** What has been captured so far. */
    public Captures captures() {
        return player.captures();
    }

    public List<ResolvedStep> steps() {
        return resolution.steps();
    }

    /** Before a section begins: makes it a place to come back to. */
    public void arrive() {
        if (sections.begins(at)) {
            mark();
        }
    }

    /** Carries out the next step; empty when it is one that runs nothing. */
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

    /** Keeps the lab as it is now, unless a session would lose something; whether it did. */
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

    /** What the lab was before a step, if it was kept there. */
    public Optional<Mark> marked(int step) {
        return Optional.ofNullable(marks.get(step));
    }

    private void drop(@Nullable Mark mark) {
        if (mark != null) {
            places.drop(mark.place());
        }
    }

    /**
     * Makes the lab what it was, or will be, before a step: forward from here when nothing was restored yet, back otherwise. A
     * place that is not ahead is always restored, whatever was done to the lab meanwhile.
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

    /** Passes over what was done before, on this lab, by a presentation that was killed: only its sessions are opened again. */
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

    /** Goes on behind steps that somebody has done in another way; only what they open and set is done. */
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

    /** The session that typed last, when it is open still. */
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
     * Goes on with another form of the lab file, from the first section that is another; the marks behind it go. The answer is the index of the step
     * that comes next.
     *
     * @param other of the same front matter
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

    /** Plays the rest; the answer is what came of all steps. */
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

    private void restore(int step, Mark mark) {
        player.back(mark.captures());
        places.restore(mark.place());
        at = step;
    }

    /** The copies go. */
    @Override
    public void close() {
        places.close();
    }
}
