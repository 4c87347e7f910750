package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabDirectories;
import dev.pgduo.lab.LabState;
import dev.pgduo.lab.LabStatus;
import dev.pgduo.lab.advice.Advices;
import dev.pgduo.lab.watch.Answer;
import dev.pgduo.lab.watch.LagHistory;
import dev.pgduo.lab.watch.Link;
import dev.pgduo.lab.watch.NodeFacts;
import dev.pgduo.lab.watch.PairFacts;
import dev.pgduo.lab.watch.PairLook;
import dev.pgduo.shell.screen.Live;
import dev.pgduo.shell.screen.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code status} and {@code labs}. */
public final class StatusVerbs {
    private static final List<String> COLUMNS = List.of("node", "state", "port", "pid", "timeline", "lsn");

    private static final int LOG_LINES = 30;

    private final CurrentLab current;
    private final Drawn terminal;

    public StatusVerbs(CurrentLab current, Drawn terminal) {
        this.current = current;
        this.terminal = terminal;
    }

    @Command(
            name = "status",
            group = "lab",
            description = "show what the nodes are doing",
            help = "At a terminal the pair is drawn; a script, and a transcript that is being recorded, get a table.")
    void status(
            @Option(longName = "watch", description = "show it as it changes, until Ctrl-C") boolean watch,
            PrintWriter out) {
        if (!current.exists()) {
            out.println("there is no lab in " + current.directory() + " yet; \"up\" makes one");
            return;
        }
        if (watch && terminal.drawn()) {
            Live live = terminal.live();
            do {
                live.show(lines());
            } while (pause());
            return;
        }
        do {
            lines().forEach(out::println);
            out.flush();
        } while (watch && pause());
    }

    @Command(
            name = "lag",
            group = "lab",
            description = "show how far the standby is behind, in bytes",
            help = "At a terminal: a chart of the last minutes that goes on until Ctrl-C.")
    void lag(PrintWriter out) {
        Optional<LagHistory> history = terminal.drawn() ? terminal.lag() : Optional.empty();
        if (history.isPresent()) {
            Live live = terminal.live();
            do {
                live.show(new LagChart(history.get().samples(), terminal.width(), System.nanoTime()).lines());
            } while (pause());
            return;
        }
        PairFacts pair = PairLook.at(current.lab());
        List<List<@Nullable String>> rows = pair.primary()
                .flatMap(NodeFacts::answer)
                .flatMap(Answer::sender)
                .map(StatusVerbs::row)
                .map(List::of)
                .orElse(List.of());
        new TextTable(List.of("state", "not_sent", "not_flushed", "not_replayed", "seconds")).print(rows, out);
    }

    private static List<@Nullable String> row(Answer.Sender sender) {
        return Arrays.asList(
                sender.state(),
                Long.toString(sender.sent()),
                Long.toString(sender.flush()),
                Long.toString(sender.replay()),
                String.format(Locale.ROOT, "%.1f", sender.seconds()));
    }

    @Command(name = "labs", group = "lab", description = "list the labs of this user")
    void labs(PrintWriter out) {
        LabDirectories directories =
                LabDirectories.of(System.getenv(), Path.of(System.getenv().getOrDefault("HOME", "/")));
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String name : directories.names()) {
            Path directory = directories.directory(name);
            rows.add(Arrays.asList(name, LabState.load(directory).bin().toString(), directory.toString()));
        }
        new TextTable(List.of("lab", "server", "directory")).print(rows, out);
    }

    private List<String> drawing() {
        Lab lab = current.lab();
        PairFacts pair = PairLook.at(lab);
        List<String> lines = new ArrayList<>(new PairDrawing(pair, new LabStatus(lab).nodes()).lines());
        pair.link()
                .filter(link -> link.state() == Link.State.BROKEN)
                .flatMap(link -> trouble(lab, link))
                .ifPresent(found -> {
                    lines.add(
                            "node " + found.node() + " says: " + found.finding().line());
                    lines.add("HINT:  " + found.finding().hint());
                });
        return lines;
    }

    private record Trouble(NodeName node, Advices.Finding finding) {}

    private static Optional<Trouble> trouble(Lab lab, Link link) {
        NodeName standby = link.from().other();
        return Advices.in(lab.node(standby).logTail(LOG_LINES), standby).map(finding -> new Trouble(standby, finding));
    }

    /** A drawing for a person with room for it, else a table. */
    private List<String> lines() {
        return terminal.drawn() ? drawing() : table();
    }

    private List<String> table() {
        Lab lab = current.lab();
        LabStatus status = new LabStatus(lab);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (LabStatus.Row row : status.nodes()) {
            Long pid = row.pid();
            rows.add(Arrays.asList(
                    row.name().toString(),
                    row.state().toString(),
                    current.desk()
                            .naming()
                            .ports()
                            .toShown("port " + row.port())
                            .substring("port ".length()),
                    pid == null ? null : pid.toString(),
                    row.timeline(),
                    row.lsn()));
        }
        List<String> lines = new ArrayList<>(new TextTable(COLUMNS).lines(rows));
        status.replication().ifPresent(words -> lines.add("replication: " + words));
        return lines;
    }

    private static boolean pause() {
        try {
            Thread.sleep(1000);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
