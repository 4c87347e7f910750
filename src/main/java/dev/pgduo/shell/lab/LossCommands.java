package dev.pgduo.shell.lab;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.lab.loss.Lost;
import dev.pgduo.lab.loss.LostRows;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code loss} and {@code loss save}. */
public final class LossCommands {
    @Command(
            name = "loss",
            group = "faults",
            description = "show what was committed on the old primary and is not on the new one",
            help =
                    "It is read from the WAL files of both nodes, running or not. Before a failover it shows what the standby"
                            + " lacks. Transactions that were rolled back do not count; prepared transactions count once they"
                            + " are committed. With a load, its ledger shows which commits had been acknowledged.")
    void loss(@Option(longName = "sql", description = "print the lost rows as SQL") boolean sql, LabContext context) {
        Lost lost = Lost.of(context.lab());
        context.show(sql ? LostRows.script(context.lab(), lost) : new LossReport(context.lab(), lost).lines());
    }

    @Command(
            name = {"loss", "save"},
            group = "faults",
            description = "write the lost rows as SQL to a file, before a rewind removes them",
            help =
                    "The rows are read by a temporary server on a copy of the old primary's data. Nothing is changed on the"
                            + " nodes.")
    void save(
            @Argument(index = 0, description = "the file's name") String file,
            @Option(longName = "yes", description = "replace an existing file") boolean yes,
            LabContext context) {
        Path target = Path.of(file);
        requireFree(file, target, yes, context);
        Lost lost = Lost.of(context.lab());
        List<String> lines = LostRows.script(context.lab(), lost);
        try {
            AtomicFile.write(target, String.join("\n", lines) + "\n", draft -> {});
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
        context.out()
                .println("wrote \"" + file + "\": "
                        + lines.stream()
                                .filter(line -> line.startsWith("INSERT ")
                                        || line.startsWith("UPDATE ")
                                        || line.startsWith("DELETE "))
                                .count()
                        + " statements");
    }

    private static void requireFree(String file, Path target, boolean yes, LabContext context) {
        if (yes || !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        String command = "loss save " + file;
        Optional<Boolean> answer = context.audience().person()
                ? context.audience().asker().yes(command + ": the file is there and is replaced.")
                : Optional.empty();
        if (answer.isEmpty()) {
            throw new LabException(ErrorReport.error("cannot write file \"" + file + "\": File exists")
                    .hint("Type \"" + command + " --yes\" if it may be replaced."));
        }
        if (!answer.get()) {
            throw LabException.of("\"" + command + "\" was not confirmed, nothing was changed");
        }
    }
}
