package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.export.junit.JunitXml;
import dev.pgduo.export.junit.TestSuite;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.transcript.Transcript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code play} and {@code verify}. */
public final class ScriptVerbs {
    private final Stage stage;
    private final Screen screen;

    public ScriptVerbs(Stage stage, Screen screen) {
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
            PrintWriter out) {
        Transcript transcript = Stage.read(file);
        ServerBinaries server = stage.server(pg);
        PlayResult result =
                stage.play(transcript, server, keep, new PlayPrinter(transcript, out, screen.palette(), verbose));
        return summary(new VerifyReport(file, server.version().toString(), result), out);
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

    @Command(
            name = "verify",
            group = "scripts",
            description = "run transcripts and compare what they print with what they expect")
    int verify(
            @Arguments List<String> files,
            @Option(
                            longName = "pg",
                            description = "server: a major, a version, latest, installed, downloaded or a directory")
                    @Nullable
                    String pg,
            @Option(longName = "update", description = "write what differs into the files") boolean update,
            @Option(longName = "fill", description = "write the output of steps that have none into the files")
                    boolean fill,
            @Option(longName = "junit", description = "write a JUnit XML file") @Nullable String junit,
            @Option(longName = "keep", description = "leave the labs and their servers") boolean keep,
            @Option(longName = "verbose", description = "show the waits that the transcripts do not") boolean verbose,
            PrintWriter out) {
        if (files.isEmpty()) {
            throw LabException.of("verify needs at least one file", "Type \"verify FILE...\".");
        }
        ServerBinaries server = stage.server(pg);
        Verification verification =
                new Verification(stage, server, new Verification.Manner(keep, verbose, update, fill));
        List<TestSuite> suites = new ArrayList<>();
        boolean failed = false;
        for (String file : files) {
            TestSuite suite = verification.suite(file, out);
            failed |= suite.failures() > 0;
            suites.add(suite);
        }
        if (junit != null) {
            write(suites, Path.of(junit));
        }
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    private static void write(List<TestSuite> suites, Path file) {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            JunitXml.write(suites, writer);
        } catch (IOException | XMLStreamException e) {
            throw new LabException(ErrorReport.error("could not write file \"" + file + "\": " + e.getMessage()), e);
        }
    }
}
