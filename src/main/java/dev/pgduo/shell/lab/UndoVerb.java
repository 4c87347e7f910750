package dev.pgduo.shell.lab;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.kept.KeptCopy;
import dev.pgduo.lab.pair.Amount;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code undo}, which restores data directories that commands have replaced. */
public final class UndoVerb {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    @Command(
            name = "undo",
            group = "lab",
            description = "list the data directories that commands have replaced, or restore one",
            help =
                    "undo NODE [NUMBER] restores a data directory. The newest two of each node are kept. The directory that is replaced by it is kept in its place.")
    void undo(
            @Arguments List<String> words,
            @Option(longName = "yes", description = "do not ask before data are removed") boolean yes,
            LabContext context) {
        if (words.isEmpty()) {
            list(context);
        } else if (words.size() > 2) {
            throw LabException.of("too many arguments", "Type \"undo\", \"undo NODE\" or \"undo NODE NUMBER\".");
        } else {
            Optional<Integer> number = words.size() > 1 ? Optional.of(number(words.get(1))) : Optional.empty();
            restore(NodeName.parse(words.get(0)), number, yes, context);
        }
    }

    private static void list(LabContext context) {
        List<KeptCopy> copies = context.lab().kept().list();
        if (copies.isEmpty()) {
            context.out().println("nothing is kept");
            return;
        }
        List<List<@Nullable String>> rows = copies.stream()
                .map(copy -> List.<@Nullable String>of(
                        copy.node().toString(),
                        Integer.toString(copy.number()),
                        TIME.format(copy.since()),
                        copy.reason(),
                        size(copy)))
                .toList();
        context.table(List.of("node", "number", "replaced", "by", "size"), rows);
    }

    private static String size(KeptCopy copy) {
        try {
            return Amount.bytes(FileTree.size(copy.directory()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restore(NodeName name, Optional<Integer> number, boolean yes, LabContext context) {
        Lab lab = context.lab();
        if (lab.node(name).status().pid().isPresent()) {
            throw new LabException(ErrorReport.error("cannot bring back the data of node " + name + ": it is running")
                    .hint("Stop it first: \"stop " + name + "\"."));
        }
        Finding finding = lab.check().look();
        String command = "undo " + name + number.map(n -> " " + n).orElse("");
        context.confirmation().overwriting(context.confirmation().of(command, yes), finding, name);
        KeptCopy copy = lab.kept()
                .restore(lab.node(name), number, !finding.picture().of(name).blank());
        lab.node(name).writeLocalSettings();
        context.desk().wrote();
        context.out().println("node " + name + " has the data again that \"" + copy.reason() + "\" replaced");
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw LabException.of("invalid number: \"" + text + "\"", "\"undo\" lists what is kept.");
        }
        return Integer.parseInt(text);
    }
}
