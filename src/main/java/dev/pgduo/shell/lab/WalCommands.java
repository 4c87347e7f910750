package dev.pgduo.shell.lab;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.describe.Descriptions;
import dev.pgduo.cluster.wal.describe.RecordFilter;
import dev.pgduo.cluster.wal.describe.ResourceManager;
import dev.pgduo.cluster.wal.describe.WalStatistics;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.screen.Palette;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/**
 * The commands that show a node's WAL.
 *
 * @param palette the colours of the lines
 */
public record WalCommands(Palette palette) {
    private static final long MOMENT_MILLIS = 100;

    @Command(
            name = "wal show",
            group = "node",
            description = "list the records of a node's WAL, from its last checkpoint on")
    void show(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Option(longName = "from", description = "first LSN, such as 0/3000028") @Nullable String from,
            @Option(longName = "to", description = "last LSN") @Nullable String to,
            @Option(longName = "rmgr", description = "only records of these resource managers, separated by commas")
                    @Nullable
                    String rmgr,
            @Option(longName = "xid", description = "only records of this transaction") @Nullable Long xid,
            @Option(longName = "follow", shortName = 'f', description = "show new records until Ctrl-C") boolean follow,
            @Option(longName = "stats", description = "show counts of each kind of record instead") boolean stats,
            LabContext context) {
        NodeName name = context.lab().resolve(node);
        RecordFilter filter = new RecordFilter(
                managers(rmgr),
                Optional.ofNullable(xid),
                new RecordFilter.Pages(Optional.empty(), Optional.empty(), Optional.empty()),
                false);
        Range range = range(context.lab().node(name), from, to);
        try (WalReader reader = range.reader(from != null)) {
            if (stats) {
                count(reader, filter, context);
            } else {
                new Lines(reader, filter, new WalRecordLine(palette, new RelationNames(context.lab(), name)), context)
                        .show(follow);
            }
        }
    }

    private static Set<Integer> managers(@Nullable String names) {
        Set<Integer> managers = new HashSet<>();
        for (String name : names == null ? new String[0] : names.split(",", -1)) {
            managers.add(ResourceManager.find(name.strip())
                    .orElseThrow(() -> new LabException(
                            ErrorReport.error("resource manager \"" + name.strip() + "\" does not exist")
                                    .hint("There are: " + String.join(", ", ResourceManager.NAMES) + "."))));
        }
        return managers;
    }

    private static Range range(Node node, @Nullable String from, @Nullable String to) {
        ControlData control = ControlData.read(node.layout().data());
        Path directory = node.walDirectory();
        return new Range(
                directory,
                control,
                from == null ? control.redo() : Lsn.parse(from),
                Optional.ofNullable(to).map(Lsn::parse));
    }

    /** A range of a node's WAL. */
    private record Range(Path directory, ControlData control, Lsn from, Optional<Lsn> to) {
        /** A reader at the first record; the position may be within a record. */
        WalReader reader(boolean anywhere) {
            WalReader reader = WalReader.at(
                            directory,
                            control.segmentSize(),
                            TimelineHistory.read(directory, control.timeline()),
                            anywhere ? new Lsn(from.position() & -8) : from)
                    .withContents();
            to.ifPresent(reader::until);
            if (anywhere && !reader.find(from)) {
                throw new LabException(ErrorReport.error("could not find a valid record after " + from)
                        .detail("The log says: " + reader.endReason() + "."));
            }
            return reader;
        }
    }

    private static void count(WalReader reader, RecordFilter filter, LabContext context) {
        WalStatistics statistics = new WalStatistics();
        Optional<Lsn> first = Optional.empty();
        Lsn last = reader.end();
        for (Optional<WalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
            first = first.isPresent() ? first : next.map(WalRecord::start);
            if (filter.wants(next.get(), reader.content())) {
                statistics.add(next.get(), reader.content());
                last = next.get().end();
            }
        }
        statistics
                .lines(first.orElse(last), last, Optional.of(new Descriptions(reader.format())))
                .forEach(context.out()::println);
    }

    /** Prints the records of a range. */
    private record Lines(WalReader reader, RecordFilter filter, WalRecordLine line, LabContext context) {
        void show(boolean follow) {
            do {
                for (Optional<WalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                    if (filter.wants(next.get(), reader.content())) {
                        context.out().println(line.of(next.get(), reader.content()));
                    }
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                }
                context.out().flush();
                if (!follow || reader.reachedLimit()) {
                    return;
                }
                reader.retry();
            } while (nap());
        }

        private static boolean nap() {
            try {
                Thread.sleep(MOMENT_MILLIS);
                return true;
            } catch (InterruptedException e) {
                return false;
            }
        }
    }
}
