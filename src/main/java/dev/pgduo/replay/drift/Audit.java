package dev.pgduo.replay.drift;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.UsedTolerances;
import dev.pgduo.replay.compare.VolatileClass;
import dev.pgduo.transcript.model.BranchUse;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the parts of a lab that none of its plays has used. */
public final class Audit {
    private final Transcript transcript;
    private final List<PlayResult> plays;

    /** @param plays the plays of one lab file, at least one */
    public Audit(List<PlayResult> plays) {
        this.transcript = plays.get(0).transcript();
        this.plays = List.copyOf(plays);
    }

    /** One line for each part, with its position. */
    public List<String> lines() {
        Map<Integer, String> found = new TreeMap<>();
        branches(found);
        patterns(found);
        List<String> lines = new ArrayList<>();
        found.forEach((line, words) -> lines.add(transcript.at(line) + ": " + words));
        classes()
                .forEach(name -> lines.add(
                        transcript.place("volatile") + ": volatile class \"" + name + "\" was not used by any run"));
        return lines;
    }

    /** The known differences that could have been used in these plays and never were. */
    public static List<String> neverGranted(List<PlayResult> plays) {
        Set<String> reasons = new TreeSet<>();
        plays.forEach(play -> reasons.addAll(play.usage().offered()));
        plays.forEach(play -> reasons.removeAll(play.usage().granted()));
        return List.copyOf(reasons);
    }

    private void branches(Map<Integer, String> found) {
        Set<Integer> used = new TreeSet<>();
        for (PlayResult play : plays) {
            for (BranchUse use : play.resolution().branches()) {
                found.put(use.line(), "branch \"" + text(use.line()) + "\" was not used by any run");
                if (use.used()) {
                    used.add(use.line());
                }
            }
        }
        found.keySet().removeAll(used);
    }

    private void patterns(Map<Integer, String> found) {
        Set<Integer> used = new TreeSet<>();
        plays.forEach(play -> used.addAll(play.usage().patterns()));
        plays.stream()
                .flatMap(play -> play.results().stream())
                .flatMap(step -> step.step().expected().lines().stream())
                .filter(line -> !(line instanceof ExpectedLine.Exact) && !used.contains(line.line()))
                .forEach(line -> found.put(
                        line.line(), "pattern \"" + line.written().strip() + "\" stood for nothing in any run"));
    }

    /** Unused volatile classes of the front matter. */
    private List<String> classes() {
        Set<VolatileClass> used = EnumSet.noneOf(VolatileClass.class);
        plays.stream().map(PlayResult::usage).map(UsedTolerances::classes).forEach(used::addAll);
        Map<String, Boolean> named = transcript.header().volatileClasses();
        return named.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(name -> VolatileClass.named(name).filter(used::contains).isEmpty())
                .sorted()
                .toList();
    }

    private String text(int line) {
        return transcript.text().line(line).text().strip();
    }
}
