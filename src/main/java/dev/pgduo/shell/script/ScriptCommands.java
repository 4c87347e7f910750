package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.command.UsageException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.transcript.model.Transcript;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code play}. */
public final class ScriptCommands {
    private final ThrowAwayRun stage;
    private final Palette palette;
    private final HaltedPlay halted;

    public ScriptCommands(ThrowAwayRun stage, Palette palette, HaltedPlay halted) {
        this.stage = stage;
        this.palette = palette;
        this.halted = halted;
    }

    @Command(
            name = "play",
            group = "files",
            description = "play a lab file on temporary servers and print it as it happens")
    int play(
            @Argument(index = 0, description = "a lab file, or a bundled lab: course/05") String file,
            @Option(
                            longName = "pg",
                            description = "server: a major, a version, latest, installed, downloaded or a directory")
                    @Nullable
                    String pg,
            @Option(longName = "keep", description = "keep the lab and its running servers afterwards") boolean keep,
            @Option(longName = "verbose", description = "show waits that the lab file does not mention")
                    boolean verbose,
            @Option(longName = "auto", description = "type like a person, with pauses, as present --auto") boolean auto,
            @Option(
                            longName = "step-timeout",
                            description =
                                    "time limit of a step (default: the lab's, else 60s at an OS prompt, 2min in SQL)")
                    @Nullable
                    String stepTimeout,
            @Option(
                            longName = "until",
                            description =
                                    "stop before this line, or at the section with this title, and open the prompt")
                    @Nullable
                    String until,
            @Option(longName = "on-failure", description = "prompt: stop after a failed step and open the prompt")
                    @Nullable
                    String onFailure,
            @Option(longName = "lang", description = "language of a lab that has several: en, ru") @Nullable
                    String lang,
            @Option(longName = "set", description = "NAME=value: replaces the lab's %set NAME") List<String> set,
            @Option(
                            longName = "psql-style",
                            description =
                                    "output format of this psql: 15, 16, 17, 18, server (default: the lab's, else 15)")
                    @Nullable
                    String style,
            @Option(longName = "events", description = "write events as JSON lines to this file, for export") @Nullable
                    String events,
            @Option(longName = "trust", description = "do not ask before a lab of others runs commands") boolean trust,
            LabContext context) {
        if (events != null && (auto || until != null || onFailure != null)) {
            throw new UsageException(ErrorReport.error("--events needs a play from the first step to the last")
                    .hint("Leave out --auto, --until and --on-failure."));
        }
        String named = BundledLabs.named(file, lang);
        if (auto && (until != null || onFailure != null)) {
            throw new UsageException(
                    ErrorReport.error("--auto stops nowhere").hint("Leave out --until and --on-failure, or --auto."));
        }
        if (auto) {
            return context.run(presented(named, pg, lang, set, style, trust), context.out());
        }
        Optional<Duration> limit = StepTimeout.parse(stepTimeout);
        Transcript approved = stage.approved("play", named, trust, context);
        LabForm form = LabForm.of(lang, set, style);
        form.check(List.of(approved));
        Transcript transcript = form.of(limit.map(approved::withTimeout).orElse(approved));
        Halt halt = Halt.of(transcript, until, onFailure);
        ServerBinaries server = stage.server(pg);
        PlayPrinter printer = new PlayPrinter(transcript, context.out(), palette, verbose);
        Cell cell = new Target(server).cell(named);
        if (!halt.never()) {
            PlayResult result = stage.made(
                    transcript,
                    server,
                    keep,
                    context,
                    played -> halted.run(
                            played,
                            halt,
                            printer,
                            came -> summary(LabOutcome.played(cell, came), context.out()),
                            context));
            return LabOutcome.played(cell, result).failed() == 0 ? ExitCode.OK : ExitCode.FAILED;
        }
        try (EventFile log = EventFile.of(events)) {
            PlayResult result = stage.play(
                    transcript,
                    server,
                    Manner.plain(keep),
                    lab -> log.listener(printer, transcript, lab),
                    report -> report.lines().forEach(line -> context.out().println("-- note: " + line)),
                    context);
            log.finished();
            return summary(LabOutcome.played(cell, result), context.out());
        }
    }

    private static List<String> presented(
            String file,
            @Nullable String pg,
            @Nullable String lang,
            List<String> set,
            @Nullable String style,
            boolean trust) {
        List<String> words = new ArrayList<>(List.of("present", file, "--auto"));
        if (pg != null) {
            words.addAll(List.of("--pg", pg));
        }
        if (lang != null) {
            words.addAll(List.of("--lang", lang));
        }
        set.forEach(each -> words.addAll(List.of("--set", each)));
        if (style != null) {
            words.addAll(List.of("--psql-style", style));
        }
        if (trust) {
            words.add("--trust");
        }
        return words;
    }

    private static int summary(LabOutcome outcome, PrintWriter out) {
        if (outcome.failed() == 0) {
            return ExitCode.OK;
        }
        out.println();
        outcome.details().forEach(out::println);
        out.println(outcome.summary());
        return ExitCode.FAILED;
    }
}
