package dev.pgduo.shell.present;

import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.snapshot.CrashSnapshots;
import dev.pgduo.replay.Player;
import dev.pgduo.replay.StepResult;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a presentation is, and the ways back. At the beginning of each section the lab is copied, unless a session would lose
 * something by it; going back restores the nearest copy before and plays what is between without showing it. For one thread.
 */
final class Presentation implements AutoCloseable {
    /** Copies take space: the oldest but the first goes. */
    private static final int MOST = 8;

    private final Resolution resolution;
    private final Player player;
    private final LabSessions desk;
    private final CrashSnapshots moments;
    private final Sections sections;
    private final TreeMap<Integer, Mark> marks = new TreeMap<>();
    private final List<SessionMemory.Habit> habits = new ArrayList<>();
    private int at;

    private record Mark(CrashSnapshots.Moment moment, Captures captures, SessionMemory sessions) {}

    Presentation(Resolution resolution, Player player, LabSessions desk) {
        this.resolution = resolution;
        this.player = player;
        this.desk = desk;
        this.moments = new CrashSnapshots(desk.lab());
        this.sections = Sections.of(resolution);
        mark();
    }

    Sections sections() {
        return sections;
    }

    LabSessions desk() {
        return desk;
    }

    /** The index of the next step. */
    int at() {
        return at;
    }

    /** The step that comes next; empty at the end. */
    Optional<ResolvedStep> next() {
        return at < resolution.steps().size() ? Optional.of(resolution.steps().get(at)) : Optional.empty();
    }

    List<ResolvedStep> steps() {
        return resolution.steps();
    }

    /** Before a section begins: makes it a place to come back to. */
    void arrive() {
        if (sections.begins(at)) {
            mark();
        }
    }

    /** Carries out the next step; empty when it is one that runs nothing. */
    Optional<StepResult> step() {
        ResolvedStep step = resolution.steps().get(at++);
        Optional<StepResult> result = player.step(step);
        if (step.step() instanceof Step.SqlInput sql && SessionMemory.Habit.is(sql.input())) {
            habits.add(new SessionMemory.Habit(sql.session(), sql.input()));
        }
        if (step.step() instanceof Step.SessionOpen opened) {
            habits.removeIf(habit -> habit.session() == opened.session());
        }
        return result;
    }

    /** Keeps the lab as it is now, unless a session would lose something; whether it did. */
    boolean mark() {
        if (!SessionMemory.idle(desk)) {
            return false;
        }
        drop(marks.remove(at));
        marks.put(at, new Mark(moments.take(), player.captures(), SessionMemory.of(desk, habits)));
        if (marks.size() > MOST) {
            drop(marks.remove(marks.higherKey(marks.firstKey())));
        }
        return true;
    }

    private void drop(@Nullable Mark mark) {
        if (mark != null) {
            moments.drop(mark.moment());
        }
    }

    /**
     * Makes the lab what it was, or will be, before a step: forward from here when nothing was restored yet, back otherwise. A
     * place that is not ahead is always restored, whatever was done to the lab meanwhile.
     */
    void seek(int step) {
        if (step <= at) {
            Map.Entry<Integer, Mark> mark = marks.floorEntry(step);
            restore(mark.getKey(), mark.getValue());
        }
        while (at < step && !Thread.currentThread().isInterrupted()) {
            arrive();
            step();
        }
    }

    private void restore(int step, Mark mark) {
        desk.close();
        moments.restore(mark.moment());
        desk.wrote();
        player.back(mark.captures());
        mark.sessions().reopen(desk);
        habits.clear();
        habits.addAll(mark.sessions().habits());
        at = step;
    }

    /** The copies go. */
    @Override
    public void close() {
        moments.clear();
    }
}
