package dev.pgduo.shell.script;

import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.replay.drift.MatrixUpdate;
import dev.pgduo.replay.drift.Played;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Verifies labs on servers, and updates the files when asked to. */
final class Verification {
    private final Stages stages;
    private final List<Target> targets;
    private final Manner manner;
    private final int jobs;
    private final PrintWriter out;

    Verification(Stages stages, List<Target> targets, Manner manner, int jobs, PrintWriter out) {
        this.stages = stages;
        this.targets = List.copyOf(targets);
        this.manner = manner;
        this.jobs = jobs;
        this.out = out;
    }

    /** Every lab on every server, lab by lab. */
    List<CellReport> run(List<String> files) {
        List<CellReport> reports = play(files);
        if (!manner.writes()) {
            return reports;
        }
        Set<String> updated = new TreeSet<>();
        for (String file : files) {
            if (update(file, reports)) {
                updated.add(file);
            }
        }
        if (updated.isEmpty()) {
            return reports;
        }
        List<CellReport> again = play(files.stream().filter(updated::contains).toList());
        List<CellReport> all = new ArrayList<>();
        for (String file : files) {
            (updated.contains(file) ? again : reports)
                    .stream()
                            .filter(report -> report.plan().lab().name().equals(file))
                            .forEach(all::add);
        }
        return all;
    }

    private List<CellReport> play(List<String> files) {
        List<CellPlan> plans = new ArrayList<>();
        for (String file : files) {
            LabFile lab = LabFile.read(file);
            targets.forEach(target -> plans.add(new CellPlan(lab, target)));
        }
        Map<CellPlan, CellReport> reports = new LinkedHashMap<>();
        plans.forEach(plan -> reports.put(plan, CellPlayer.unplayed(plan, List.of(ErrorReport.error("not played")))));
        Optional<ProgressLine> line =
                stages.terminal().test(out) ? Optional.of(new ProgressLine(out, plans.size())) : Optional.empty();
        try {
            matrix().play(plans, new Matrix.Watcher() {
                @Override
                public void begins(CellPlan plan) {
                    line.ifPresent(shown -> shown.begins(plan));
                }

                @Override
                public void ended(CellReport report) {
                    reports.put(report.plan(), manner.needsSteps() ? report : report.withoutResult());
                    line.ifPresent(shown -> shown.ended(report));
                }
            });
        } finally {
            line.ifPresent(ProgressLine::clear);
        }
        return List.copyOf(reports.values());
    }

    private Matrix matrix() {
        return new Matrix(
                stages.backstages(),
                stage -> new CellPlayer(stage, manner.keep(), plan -> new Remarks(place(plan), manner, out)),
                jobs);
    }

    private String place(CellPlan plan) {
        return targets.size() == 1
                ? plan.lab().name()
                : "PostgreSQL " + plan.target().name() + ": " + plan.lab().name();
    }

    private boolean update(String file, List<CellReport> reports) {
        List<CellReport> played = reports.stream()
                .filter(report -> report.plan().lab().name().equals(file))
                .filter(report -> report.result().isPresent())
                .toList();
        List<Played> versions = versions(played);
        if (versions.isEmpty()) {
            return false;
        }
        TranscriptUpdate how = new TranscriptUpdate(manner.update(), manner.fill());
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

    private String branched(String file, List<Played> versions, TranscriptUpdate how) {
        MatrixUpdate update = new MatrixUpdate(versions, how);
        String text = update.text();
        update.left().forEach(line -> out.println(file + ":" + line + ": left as it is: no branches of versions fit"));
        return text;
    }

    /** One play of each version, named as conditions are to name it. */
    private static List<Played> versions(List<CellReport> reports) {
        Map<Release, Played> versions = new LinkedHashMap<>();
        Set<Release> all =
                reports.stream().map(report -> report.plan().target().release()).collect(Collectors.toSet());
        for (CellReport report : reports) {
            Release release = report.plan().target().release();
            versions.putIfAbsent(
                    release, new Played(release.among(all), report.result().orElseThrow()));
        }
        return List.copyOf(versions.values());
    }

    private static void write(Path file, String text) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not write file \"" + file + "\": " + e.getMessage()), e);
        }
    }
}
