package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.ServerList;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.drift.Audit;
import dev.pgduo.replay.drift.Standing;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.ExitCode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code verify}. */
public final class VerifyVerb {
    private final Stages stages;
    private final ServerChoice servers;

    public VerifyVerb(Stages stages, ServerChoice servers) {
        this.stages = stages;
        this.servers = servers;
    }

    @Command(
            name = "verify",
            group = "scripts",
            description = "run transcripts and compare what they print with what they expect")
    int verify(
            @Arguments List<String> files,
            @Option(
                            longName = "pg",
                            description =
                                    "servers: majors, ranges, versions, latest, installed, downloaded or directories, with commas")
                    @Nullable
                    String pg,
            @Option(longName = "jobs", description = "how many labs to run at once") @Nullable Integer jobs,
            @Option(longName = "update", description = "write what differs into the files") boolean update,
            @Option(longName = "fill", description = "write the output of steps that have none into the files")
                    boolean fill,
            @Option(longName = "audit", description = "say which branches, patterns and known differences no run used")
                    boolean audit,
            @Option(longName = "junit", description = "write a JUnit XML file") @Nullable String junit,
            @Option(longName = "tap", description = "write a TAP file") @Nullable String tap,
            @Option(longName = "json", description = "write a JSON file") @Nullable String json,
            @Option(longName = "keep", description = "leave the labs and their servers") boolean keep,
            @Option(longName = "verbose", description = "show the waits that the transcripts do not") boolean verbose,
            PrintWriter out) {
        if (files.isEmpty()) {
            throw LabException.of("verify needs at least one file", "Type \"verify FILE...\".");
        }
        List<String> labs = files.stream().distinct().toList();
        List<Target> targets = targets(pg);
        long start = System.nanoTime();
        List<CellReport> reports = new Verification(
                        stages, targets, new Manner(keep, verbose, update, fill, audit), Jobs.of(jobs), out)
                .run(labs);
        if (targets.size() == 1) {
            reports.forEach(report -> print(report, out));
        } else {
            List<String> servers = targets.stream().map(Target::name).toList();
            new DriftReport(labs, servers, reports).print(out, Duration.ofNanos(System.nanoTime() - start));
        }
        if (audit) {
            audit(labs, reports, out);
        }
        new Exports(junit, tap, json).write(reports);
        return wrong(labs, reports) ? ExitCode.FAILED : ExitCode.OK;
    }

    private List<Target> targets(@Nullable String pg) {
        if (pg == null) {
            ServerBinaries server = servers.choose(Optional.empty());
            return List.of(new Target(server.version().majorName(), server));
        }
        List<Target> targets = new ArrayList<>();
        for (String word : ServerList.parse(pg)) {
            ServerBinaries server = servers.choose(Optional.of(word));
            String name = word.matches("[\\d.]+") ? word : server.version().toString();
            targets.add(new Target(name, server));
        }
        return targets;
    }

    private static void print(CellReport report, PrintWriter out) {
        report.details().forEach(out::println);
        out.println(report.summary());
        out.flush();
    }

    private static void audit(List<String> labs, List<CellReport> reports, PrintWriter out) {
        for (String lab : labs) {
            List<PlayResult> plays = plays(reports.stream()
                    .filter(report -> report.cell().lab().equals(lab))
                    .toList());
            if (!plays.isEmpty()) {
                new Audit(plays).lines().forEach(out::println);
            }
        }
        Audit.neverGranted(plays(reports))
                .forEach(reason -> out.println("known difference was not used by any run: " + reason));
        out.flush();
    }

    private static List<PlayResult> plays(List<CellReport> reports) {
        return reports.stream().flatMap(report -> report.result().stream()).toList();
    }

    /** A lab that is for none of the servers was not verified. */
    private static boolean wrong(List<String> labs, List<CellReport> reports) {
        return reports.stream().anyMatch(report -> report.cell().standing().wrong())
                || labs.stream()
                        .anyMatch(lab -> reports.stream()
                                .filter(report -> report.cell().lab().equals(lab))
                                .allMatch(report -> report.cell().standing() == Standing.SKIPPED));
    }
}
