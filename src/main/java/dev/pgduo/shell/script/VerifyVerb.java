package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.ServerList;
import dev.pgduo.replay.PlayOptions;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.Merge;
import dev.pgduo.replay.result.OutcomesReader;
import dev.pgduo.replay.result.RecordedSeconds;
import dev.pgduo.replay.result.VerifyResult;
import dev.pgduo.replay.shard.Shard;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.ProgramVersion;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.command.UsageException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.read.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code verify}. */
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
            @Option(longName = "shard", description = "play one part of several: 2/5, auto, auto/5") @Nullable
                    String shard,
            @Option(longName = "balance", description = "an earlier --json file, whose durations divide the shards")
                    @Nullable
                    String balance,
            @Option(longName = "merge", description = "the files are the --json files of all shards: put them together")
                    boolean merge,
            @Option(longName = "emit", description = "play nothing: print a job that plays shards: github, gitlab, k8s")
                    @Nullable
                    String emit,
            @Option(longName = "shards", description = "how many shards the job has") @Nullable Integer shards,
            @Option(longName = "slowest", description = "list this number of slowest steps") @Nullable Integer slowest,
            @Option(longName = "keep", description = "keep the labs and their running servers afterwards") boolean keep,
            @Option(longName = "verbose", description = "show waits that the lab files do not mention") boolean verbose,
            @Option(
                            longName = "step-timeout",
                            description =
                                    "time limit of a step (default: the lab's, else 60s at an OS prompt, 2min in SQL)")
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
        Exports exports = new Exports(junit, tap, json, html);
        exports.check();
        VerifyReport report = new VerifyReport(context.out(), slowest, failOnSkip);
        if (merge) {
            return merged(files, exports, report);
        }
        if (tasks && (update || fill)) {
            throw new UsageException(ErrorReport.error("verify --tasks writes no file")
                    .hint("Leave out --update and --fill, or --tasks."));
        }
        Shard part = shard == null ? Shard.ALL : Shard.parse(shard, System.getenv());
        if (part.of() > 1 && (update || fill || audit || watch)) {
            throw new UsageException(ErrorReport.error("a shard only verifies")
                    .hint("Leave out --update, --fill, --audit and --watch, or --shard."));
        }
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
            return UnplayedLabs.check(read, context);
        }
        if (listCommands) {
            return UnplayedLabs.list(read, context.out());
        }
        Optional<Duration> whole = duration("--timeout", timeout);
        if (whole.filter(Duration::isZero).isPresent()) {
            throw LabException.of("invalid duration \"" + timeout + "\" for --timeout", "It is more than 0.");
        }
        PlayOptions options = new PlayOptions(strict, failFast, duration("--retry", retry), update);
        RecordedSeconds recorded = balance == null
                ? RecordedSeconds.NONE
                : new RecordedSeconds(OutcomesReader.read(balance).outcomes());
        if (emit != null) {
            CommandWords words = new CommandWords(files)
                    .with("--pg", pg)
                    .with("--strict", strict)
                    .with("--fail-fast", failFast)
                    .with("--retry", retry)
                    .with("--fail-on-skip", failOnSkip)
                    .with("--timeout", timeout)
                    .with("--step-timeout", stepTimeout)
                    .with("--lang", lang)
                    .with("--set", set)
                    .with("--psql-style", style)
                    .with("--tasks", tasks)
                    .with("--jobs", jobs == null ? null : jobs.toString())
                    .with("--balance", balance);
            int cells = labs.size() * (pg == null ? 1 : ServerList.parse(pg).size());
            EmittedJob.of(emit, shards, cells, words).forEach(context.out()::println);
            context.out().flush();
            return ExitCode.OK;
        }
        if (!trust) {
            read.stream()
                    .flatMap(lab -> lab.transcript().stream())
                    .forEach(lab -> approval.check("verify", lab, context));
        }
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
        Optional<Target> own =
                pg == null ? Optional.of(new Target(servers.choose(Optional.empty()))) : Optional.empty();
        Division division = Division.of(
                read,
                pg == null ? own.stream().map(Target::name).toList() : ServerList.parse(pg),
                part,
                recorded,
                List.of(options.toString(), limit.toString(), lang + " " + style + " " + set, Boolean.toString(tasks)));
        ChosenServers chosen = ChosenServers.of(servers, division, own);
        if (chosen.targets().isEmpty() && part.of() == 1) {
            throw new LabException(ErrorReport.together(chosen.reports()));
        }
        chosen.reports().forEach(missing -> missing.lines().forEach(out::println));
        long start = System.nanoTime();
        EventFiles written =
                new EventFiles(events, read.size() * chosen.targets().size() > 1);
        Manner manner = new Manner(keep, verbose, update, fill, audit, tasks, written, options);
        Crew crew = new Crew(Jobs.of(jobs), whole);
        List<LabOutcome> outcomes = new Verification(stage, chosen, manner, crew, context).run(read);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        VerifyResult result = new VerifyResult(
                ProgramVersion.text(), division.plan(), chosen.numbered(outcomes), chosen.unavailable());
        report.print(result, elapsed);
        if (audit) {
            AuditReport.print(labs, outcomes, out);
        }
        exports.write(result);
        return report.code(result);
    }

    private static int merged(List<String> files, Exports exports, VerifyReport report) {
        Map<String, VerifyResult> results = new LinkedHashMap<>();
        for (String file : files) {
            if (results.put(file, OutcomesReader.read(file)) != null) {
                throw LabException.of("\"" + file + "\" is named twice");
            }
        }
        VerifyResult result = Merge.of(results);
        report.print(result);
        exports.write(result);
        return report.code(result);
    }

    private static Optional<Duration> duration(String option, @Nullable String text) {
        Optional<Duration> duration = Optional.ofNullable(text).flatMap(Durations::parse);
        if (text != null && duration.isEmpty()) {
            throw LabException.of("invalid duration \"" + text + "\" for " + option, Durations.HINT);
        }
        return duration;
    }
}
