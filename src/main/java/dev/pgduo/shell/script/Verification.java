package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.replay.drift.Cascade;
import dev.pgduo.replay.drift.MatrixUpdate;
import dev.pgduo.replay.drift.Played;
import dev.pgduo.replay.drift.ServerNames;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.screen.GuardedOutput;
import dev.pgduo.transcript.model.SourceText;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Verifies labs on servers, and updates the files when asked to. */
final class Verification {
    private final ThrowAwayRun stage;
    private final List<Target> targets;
    private final Predicate<CellPlan> chosen;
    private final Manner manner;
    private final Crew crew;
    private final LabContext context;
    private final PrintWriter out;

    /** @param servers the servers, and the division of labs among runs */
    Verification(ThrowAwayRun stage, ChosenServers servers, Manner manner, Crew crew, LabContext context) {
        this.stage = stage;
        this.targets = servers.targets();
        this.chosen = servers::plays;
        this.manner = manner;
        this.crew = crew;
        this.context = context;
        this.out = context.out();
    }

    /** The results of every lab on every server, lab by lab. */
    List<LabOutcome> run(List<LabFile> labs) {
        List<LabOutcome> outcomes = play(labs);
        if (!manner.writes()) {
            return outcomes;
        }
        List<String> files = labs.stream().map(LabFile::name).toList();
        Set<String> updated = new TreeSet<>();
        for (String file : files) {
            if (update(file, outcomes)) {
                updated.add(file);
            }
        }
        if (updated.isEmpty()) {
            return outcomes;
        }
        List<LabOutcome> again = play(labs.stream()
                .filter(lab -> updated.contains(lab.name()))
                .map(LabFile::again)
                .toList());
        List<LabOutcome> all = new ArrayList<>();
        for (String file : files) {
            (updated.contains(file) ? again : outcomes)
                    .stream()
                            .filter(outcome -> outcome.cell().lab().equals(file))
                            .forEach(all::add);
        }
        return all;
    }

    private List<LabOutcome> play(List<LabFile> labs) {
        List<CellPlan> plans = new ArrayList<>();
        for (LabFile lab : labs) {
            targets.stream()
                    .map(target -> new CellPlan(lab, target))
                    .filter(chosen)
                    .forEach(plans::add);
        }
        // Keys are compared by identity, as hashing a whole lab takes long.
        IdentityHashMap<CellPlan, LabOutcome> outcomes = new IdentityHashMap<>();
        plans.forEach(
                plan -> outcomes.put(plan, LabOutcome.unplayed(plan.cell(), List.of(ErrorReport.error("not played")))));
        Progress progress = progress(plans.size());
        try {
            boolean all = matrix().play(plans, new Matrix.Watcher() {
                @Override
                public void begins(CellPlan plan) {
                    progress.begins(plan);
                }

                @Override
                public void ended(CellPlan plan, LabOutcome outcome) {
                    outcomes.put(plan, manner.needsSteps() ? outcome : outcome.withoutPlay());
                    progress.ended(plan, outcome);
                }
            });
            if (!all) {
                progress.clear();
                ErrorReport.error("the labs were stopped: they took longer than --timeout")
                        .lines()
                        .forEach(out::println);
            }
        } finally {
            progress.clear();
        }
        return plans.stream().map(outcomes::get).toList();
    }

    private Matrix matrix() {
        return new Matrix(
                new CellPlayer(stage, context.unwatched(), manner, plan -> new Remarks(place(plan), manner, out)),
                crew);
    }

    /**
     * One line that is updated in place on a terminal; otherwise a line for each play that has ended, when there are several.
     */
    private Progress progress(int cells) {
        if (context.audience().person() && out instanceof GuardedOutput guarded) {
            return new ProgressLine(guarded.stream(), cells);
        }
        return cells > 1 ? new ProgressLog(out, cells) : new Progress() {};
    }

    private String place(CellPlan plan) {
        return targets.size() == 1
                ? plan.lab().name()
                : "PostgreSQL " + plan.target().name() + ": " + plan.lab().name();
    }

    private boolean update(String file, List<LabOutcome> outcomes) {
        List<LabOutcome> played = outcomes.stream()
                .filter(outcome -> outcome.cell().lab().equals(file))
                .filter(outcome -> outcome.play().isPresent())
                .toList();
        List<Played> versions = versions(played);
        if (versions.isEmpty()) {
            return false;
        }
        TranscriptUpdate how = new TranscriptUpdate(manner.update(), manner.fill());
        included(file, versions, how);
        promised(file, versions);
        String before = versions.get(0).result().transcript().write();
        String text = versions.size() == 1 ? how.apply(versions.get(0).result()) : branched(file, versions, how);
        if (text.equals(before)) {
            return false;
        }
        write(Path.of(file), text);
        out.println(file + ": updated; verifying it once more");
        out.flush();
        return true;
    }

    /** Remarks on majors that the front matter names, and for which the written output was not tested. */
    private void promised(String file, List<Played> versions) {
        Transcript transcript = versions.get(0).result().transcript();
        VersionSet majors = transcript.header().postgres();
        if (majors == null) {
            return;
        }
        List<String> untried = DownloadedServers.newest().majorsUpToThis().stream()
                .filter(majors::contains)
                .filter(major -> versions.stream()
                        .noneMatch(version -> version.server().withoutMinor().equals(major)))
                .map(ServerVersion::toString)
                .toList();
        if (!untried.isEmpty()) {
            ErrorReport.warning(file + ": the front matter promises PostgreSQL " + ServerNames.of(untried)
                            + ", which did not play")
                    .hint("Add --pg " + majors + ".")
                    .lines()
                    .forEach(out::println);
        }
    }

    /** Reports differences in the output of included files, which are not rewritten, as other labs may use them. */
    private void included(String file, List<Played> versions, TranscriptUpdate how) {
        versions.stream()
                .flatMap(version -> version.result().results().stream()
                        .filter(step -> how.rewritten(step).isPresent())
                        .map(step -> version.result()
                                .transcript()
                                .at(step.step().step().span().first())))
                .filter(place -> !place.source().equals(file))
                .distinct()
                .forEach(place -> out.println(place + ": left as it is: \"" + file + "\" includes it"));
    }

    private String branched(String file, List<Played> versions, TranscriptUpdate how) {
        MatrixUpdate update = new MatrixUpdate(versions, how);
        String text = update.text();
        SourceText source = versions.get(0).result().transcript().text();
        update.left()
                .forEach(line -> out.println(file + ":" + source.ownLine(line)
                        + ": not changed: no branches of %if give this output on all servers"));
        return text;
    }

    /** One play for each version, with the name that conditions are to use for it. */
    private List<Played> versions(List<LabOutcome> outcomes) {
        Map<ServerVersion, Played> versions = new LinkedHashMap<>();
        Set<ServerVersion> all =
                outcomes.stream().map(outcome -> outcome.cell().version()).collect(Collectors.toSet());
        for (LabOutcome outcome : outcomes) {
            ServerVersion version = outcome.cell().version();
            PlayResult play = outcome.play().orElseThrow();
            Optional<Cascade> cascade = Cascade.in(play);
            cascade.ifPresent(found -> out.println(play.transcript().at(found.line()) + ": PostgreSQL "
                    + version.among(all) + ": the update stops here: " + found.reason()));
            versions.putIfAbsent(
                    version,
                    new Played(version.among(all), cascade.map(Cascade::before).orElse(play)));
        }
        return List.copyOf(versions.values());
    }

    private static void write(Path file, String text) {
        try {
            AtomicFile.write(file, text);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }
}
