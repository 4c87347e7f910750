package dev.pgduo.shell.script;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.command.UsageException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.write.TranscriptFormatter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code fmt}. */
public final class FormatCommand {
    private final TrustedLabs trusted;

    public FormatCommand(TrustedLabs trusted) {
        this.trusted = trusted;
    }

    @Command(name = "fmt", group = "files", description = "format lab files: indents, bars, blank lines")
    int fmt(
            @Arguments List<String> files,
            @Option(longName = "check", description = "change nothing: list the files that would change") boolean check,
            LabContext context) {
        if (files.isEmpty()) {
            throw new UsageException(
                    ErrorReport.error("fmt needs at least one file").hint("Type \"fmt FILE...\"."));
        }
        PrintWriter out = context.out();
        int changed = 0;
        int unread = 0;
        for (String name : LabFiles.named(files)) {
            LabFile lab = LabFile.read(name);
            lab.problems().forEach(problem -> problem.lines().forEach(out::println));
            if (lab.transcript().isEmpty()) {
                unread++;
            } else if (changes(name, lab.transcript().get(), check)) {
                out.println(check ? name + " would be changed" : name);
                changed++;
            }
        }
        out.flush();
        return unread > 0 || (check && changed > 0) ? ExitCode.FAILED : ExitCode.OK;
    }

    private boolean changes(String name, Transcript lab, boolean check) {
        String text = TranscriptFormatter.format(lab);
        Path file = Path.of(name);
        try {
            boolean changes = !Files.readString(file, StandardCharsets.UTF_8).equals(text);
            if (changes && !check) {
                boolean known = trusted.know(lab);
                AtomicFile.write(file, text);
                if (known) {
                    trusted.remember(ThrowAwayRun.read(name));
                }
            }
            return changes;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + name + "\": " + FailureReason.of(e)), e);
        }
    }
}
