package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.ServerList;
import dev.pgduo.replay.PlayOptions;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.drift.Audit;
import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.command.UsageException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.read.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code verify}. */
public final class VerifyVerb {
    private final ThrowAwayRun stage;
    private final ServerChoice servers;
    private final Approval approval;
    private final LabWatching watching;

    public VerifyVerb(ThrowAwayRun stage, ServerChoice servers, Approval approval, LabWatching watching) {
        this.stage = stage;
        this.servers = servers;
        this.approval = approval;
        this.watching = watching;
    }

    @Command(
            name = "verify",
            group = "files",
            description = "play labs and compare their output with the expected output")
    int verify(
            @Arguments List<String> files,
            @Option(
                            longName = "pg",
                            description =
                                    "servers: majors, ranges, versions, latest, installed, downloaded or directories, with commas")
                    @Nullable
                    String pg,
            @Option(longName = "jobs", description = "how many labs to run at once") @Nullable Integer jobs,
            @Option(longName = "update", description = "write output that differs into the files") boolean update,
            @Option(longName = "fill", description = "write output that is missing into the files") boolean fill,
            @Option(longName = "strict", description = "fail steps without expected output") boolean strict,
            @Option(longName = "fail-fast", description = "stop a lab at its first failed step") boolean failFast,
            @Option(
                            longName = "retry",
                            description = "how long queries are repeated until they match: 500ms, 10s; 0s for never")
                    @Nullable
                    String retry,
            @Option(longName = "fail-on-skip", description = "fail when a lab is skipped on a server")
                    boolean failOnSkip,
            @Option(longName = "timeout", description = "time limit of all labs together: 90s, 10min") @Nullable
                    String timeout,
            @Option(longName = "audit", description = "list branches, patterns and known differences that no run used")
                    boolean audit,
            @Option(longName = "junit", description = "write a JUnit XML file") @Nullable String junit,
            @Option(longName = "tap", description = "write a TAP file") @Nullable String tap,
            @Option(longName = "json", description = "write a JSON file") @Nullable String json,
            @Option(longName = "html", description = "write a page: the table, each difference once, what was adapted")
                    @Nullable
                    String html,
            @Option(
                            longName = "events",
                            description = "write what happens to this file, for export; one for each lab and server")
                    @Nullable
                    String events,
            @Option(longName = "slowest", description = "list this number of slowest steps") @Nullable Integer slowest,
            @Option(longName = "keep", description = "keep the labs and their running servers afterwards") boolean keep,
            @Option(longName = "verbose", description = "show waits that the lab files do not mention") boolean verbose,
            @Option(
                            longName = "step-timeout",
                            description = "time limit of a line at an OS prompt (default: the lab's, else 60s)")
                    @Nullable
                    String stepTimeout,
            @Option(longName = "lang", description = "language of a lab that has several: en, ru") @Nullable
                    String lang,
            @Option(longName = "set", description = "NAME=value: replaces the lab's %set NAME") List<String> set,
            @Option(
                            longName = "psql-style",
                            description =
                                    "output format of this psql: 15, 16, 17, 18, server (default: the lab's, else 15)")
                    @Nullable
                    String style,
            @Option(longName = "trust", description = "do not ask before a lab of others runs commands") boolean trust,
            @Option(longName = "check", description = "check the files without playing them; needs no server")
                    boolean check,
            @Option(
                            longName = "tasks",
                            description =
                                    "test the tasks' checks: false before, false after each %wrong, true after the solution")
                    boolean tasks,
            @Option(
                            longName = "watch",
                            description =
                                    "play the file again whenever it is saved, from the first section that changed")
                    boolean watch,
            @Option(
                            longName = "list-commands",
                            description =
                                    "play nothing: list lines that run commands beyond SQL and the usual lab commands")
                    boolean listCommands,
            LabContext context) {
        if (files.isEmpty()) {
            throw new UsageException(
                    ErrorReport.error("verify needs at least one file").hint("Type \"verify FILE...\"."));
        }
        if (slowest != null && slowest < 1) {
            throw LabException.of("invalid number for --slowest: " + slowest, "It is 1 or more.");
        }
        if (tasks && (update || fill)) {
            throw new UsageException(ErrorReport.error("verify --tasks writes no file")
                    .hint("Leave out --update and --fill, or --tasks."));
        }
        Exports exports = new Exports(junit, tap, json, html);
        exports.check();
        List<String> labs = LabFiles.named(files, lang);
        if (update || fill) {
            labs.forEach(BundledLabs::requireOnDisk);
        }
        Optional<Duration> limit = StepTimeout.parse(stepTimeout);
        LabForm form = LabForm.of(lang, set, style);
        List<LabFile> read =
                labs.stream().map(name -> LabFile.read(name, limit, form)).toList();
        form.check(read.stream().flatMap(lab -> lab.transcript().stream()).toList());
        if (check) {
            return checked(read, context);
        }
        if (listCommands) {
            return listed(read, context.out());
        }
        if (!trust) {
            read.stream()
                    .flatMap(lab -> lab.transcript().stream())
                    .forEach(lab -> approval.check("verify", lab, context));
        }
        Optional<Duration> whole = duration("--timeout", timeout);
        if (whole.filter(Duration::isZero).isPresent()) {
            throw LabException.of("invalid duration \"" + timeout + "\" for --timeout", "It is more than 0.");
        }
        PlayOptions options = new PlayOptions(strict, failFast, duration("--retry", retry), update);
        if (watch) {
            if (events != null) {
                throw new UsageException(ErrorReport.error("--events is for a play from the first step to the last")
                        .hint("Leave out --watch."));
            }
            if (labs.size() != 1) {
                throw new UsageException(
                        ErrorReport.error("verify --watch needs one file").hint("Type \"verify --watch FILE\"."));
            }
            watching.watch(labs.get(0), stage.server(pg), options, form, context);
            return ExitCode.OK;
        }
        PrintWriter out = context.out();
        List<ErrorReport> missing = new ArrayList<>();
        List<Target> targets = targets(pg, missing);
        missing.forEach(report -> report.lines().forEach(out::println));
        long start = System.nanoTime();
        EventFiles recorded = new EventFiles(events, read.size() * targets.size() > 1);
        Manner manner = new Manner(keep, verbose, update, fill, audit, tasks, recorded, options);
        Crew crew = new Crew(Jobs.of(jobs), whole);
        List<LabOutcome> outcomes = new Verification(stage, targets, manner, crew, context).run(read);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        List<String> names = targets.stream().map(Target::name).toList();
        DriftReport report = new DriftReport(read, names, outcomes);
        SkipReport skips = new SkipReport(read, outcomes);
        if (targets.size() == 1) {
            outcomes.stream()
                    .filter(outcome -> outcome.standing() != CellStatus.SKIPPED)
                    .forEach(outcome -> print(outcome, out));
            skips.lines().forEach(out::println);
            Stream.of(report.summary(elapsed)).filter(line -> read.size() > 1).forEach(out::println);
        } else {
            report.print(out, elapsed);
        }
        if (slowest != null) {
            SlowestSteps.of(outcomes, slowest).forEach(out::println);
        }
        boolean skipped = failOnSkip && !skips.none();
        if (skipped) {
            ErrorReport.error("labs were skipped, which --fail-on-skip forbids")
                    .lines()
                    .forEach(out::println);
        }
        if (audit) {
            audit(labs, outcomes, out);
        }
        exports.write(outcomes);
        boolean wrong = outcomes.stream().anyMatch(outcome -> outcome.standing().wrong());
        return wrong || skipped || !missing.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    private static Optional<Duration> duration(String option, @Nullable String text) {
        Optional<Duration> duration = Optional.ofNullable(text).flatMap(Durations::parse);
        if (text != null && duration.isEmpty()) {
            throw LabException.of("invalid duration \"" + text + "\" for " + option, Durations.HINT);
        }
        return duration;
    }

    private static int checked(List<LabFile> labs, LabContext context) {
        int wrong = 0;
        for (LabFile lab : labs) {
            List<ErrorReport> reports = LabCheck.of(lab, context.commands());
            reports.forEach(report -> report.lines().forEach(context.out()::println));
            context.out()
                    .println(lab.name() + ": " + (reports.isEmpty() ? "nothing found" : reports.size() + " found"));
            wrong += reports.size();
        }
        context.out().flush();
        return wrong == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private static int listed(List<LabFile> labs, PrintWriter out) {
        for (LabFile lab : labs) {
            lab.transcript().ifPresent(read -> Approval.lines(read).forEach(out::println));
            lab.problems().forEach(problem -> problem.lines().forEach(out::println));
        }
        out.flush();
        return labs.stream().allMatch(lab -> lab.transcript().isPresent()) ? ExitCode.OK : ExitCode.FAILED;
    }

    /** The servers that there are; what is said of the others is added to {@code missing}. */
    private List<Target> targets(@Nullable String pg, List<ErrorReport> missing) {
        if (pg == null) {
            ServerBinaries server = servers.choose(Optional.empty());
            return List.of(new Target(server));
        }
        List<Target> targets = new ArrayList<>();
        for (String word : ServerList.parse(pg)) {
            try {
                ServerBinaries server = servers.choose(Optional.of(word));
                String name = word.matches("[\\d.]+") ? word : server.version().toString();
                targets.add(new Target(name, server));
            } catch (LabException e) {
                missing.add(e.report());
            }
        }
        if (targets.isEmpty()) {
            throw new LabException(ErrorReport.together(missing));
        }
        return targets;
    }

    private static void print(LabOutcome outcome, PrintWriter out) {
        outcome.details().forEach(out::println);
        outcome.noted().forEach(out::println);
        out.println(outcome.summary());
        out.flush();
    }

    private static void audit(List<String> labs, List<LabOutcome> outcomes, PrintWriter out) {
        for (String lab : labs) {
            List<PlayResult> plays = plays(outcomes.stream()
                    .filter(outcome -> outcome.cell().lab().equals(lab))
                    .toList());
            if (!plays.isEmpty()) {
                new Audit(plays).lines().forEach(out::println);
            }
        }
        Audit.neverGranted(plays(outcomes))
                .forEach(reason -> out.println("known difference was not used by any run: " + reason));
        out.flush();
    }

    private static List<PlayResult> plays(List<LabOutcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.play().stream()).toList();
    }
}
