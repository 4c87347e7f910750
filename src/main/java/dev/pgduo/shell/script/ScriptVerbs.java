package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.transcript.Transcript;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code play}. */
public final class ScriptVerbs {
    private final Stage stage;
    private final Screen screen;
    private final CommandRunner runner;

    public ScriptVerbs(Stage stage, Screen screen, CommandRunner runner) {
        this.runner = runner;
        this.stage = stage;
        this.screen = screen;
    }

    @Command(
            name = "play",
            group = "scripts",
            description = "run a transcript on a lab of its own and print it as it happens")
    int play(
            @Argument(index = 0, description = "transcript") String file,
            @Option(
                            longName = "pg",
                            description = "server: a major, a version, latest, installed, downloaded or a directory")
                    @Nullable
                    String pg,
            @Option(longName = "keep", description = "leave the lab and its servers") boolean keep,
            @Option(longName = "verbose", description = "show the waits that the transcript does not") boolean verbose,
            @Option(longName = "auto", description = "type it as a person does, with pauses: present --auto")
                    boolean auto,
            PrintWriter out) {
        if (auto) {
            return runner.run(presented(file, pg), out, out);
        }
        Transcript transcript = Stage.read(file);
        ServerBinaries server = stage.server(pg);
        PlayResult result =
                stage.play(transcript, server, keep, new PlayPrinter(transcript, out, screen.palette(), verbose));
        return summary(new VerifyReport(file, server.version().toString(), result), out);
    }

    private static List<String> presented(String file, @Nullable String pg) {
        return pg == null ? List.of("present", file, "--auto") : List.of("present", file, "--auto", "--pg", pg);
    }

    private static int summary(VerifyReport report, PrintWriter out) {
        if (report.result().failed() == 0) {
            return ExitCode.OK;
        }
        out.println();
        report.details().forEach(out::println);
        out.println(report.summary());
        return ExitCode.FAILED;
    }
}
