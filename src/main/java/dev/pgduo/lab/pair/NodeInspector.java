package dev.pgduo.lab.pair;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one node's files and processes. It remembers the end of a stopped node's WAL as long as the control file does not
 * change, so that another inspection is fast. For one thread.
 */
public final class NodeInspector {
    private static final Pattern SEGMENT = Pattern.compile("([0-9A-F]{8})[0-9A-F]{16}");

    private final Node node;
    private final Path data;
    private @Nullable Known known;

    public NodeInspector(Node node) {
        this.node = node;
        this.data = node.layout().data();
    }

    /** The end of WAL that was found when the control file had this modification time. */
    private record Known(FileTime control, Optional<NodePicture.Wal> wal) {}

    /** The node's present state, with its server's latest answer. */
    public NodePicture look(Optional<ReplicationState> answer) {
        NodeState state = failed(node.status());
        if (state.status() == NodeStatus.EMPTY) {
            return new NodePicture(
                    node.name(), state, RecoveryFiles.NONE, Optional.empty(), Optional.empty(), List.of(), answer);
        }
        RecoveryFiles files = RecoveryFiles.read(data, node.settings().capabilities());
        Optional<ControlData> control = ControlData.tryRead(data);
        return new NodePicture(
                node.name(),
                state,
                files,
                control.map(this::cluster),
                control.flatMap(read -> wal(read, state, answer)),
                stopped(state),
                answer);
    }

    /** The node's state from its files alone, also while its server runs: the WAL that has been written by now. */
    public NodePicture lookAtFiles() {
        NodePicture seen = look(Optional.empty());
        if (seen.wal().isPresent() || seen.empty()) {
            return seen;
        }
        Optional<NodePicture.Wal> written = ControlData.tryRead(data).flatMap(this::written);
        return new NodePicture(
                seen.name(), seen.state(), seen.files(), seen.cluster(), written, seen.stopped(), Optional.empty());
    }

    private Optional<NodePicture.Wal> written(ControlData control) {
        try {
            return Optional.of(walked(control));
        } catch (UncheckedIOException | LabException e) {
            return Optional.empty();
        }
    }

    /** The state, which counts as damaged when the server cannot start with the present files. */
    private NodeState failed(NodeState state) {
        if (state.status() != NodeStatus.STOPPED && state.status() != NodeStatus.CRASHED) {
            return state;
        }
        return new StartFailure(node)
                .find()
                .map(damage -> new NodeState(
                        NodeStatus.DAMAGED, state.pid(), state.port(), state.since(), Optional.of(damage)))
                .orElse(state);
    }

    /**
     * The identity of the cluster. It is fresh when no server has run in it: a server writes postmaster.opts at each start, and
     * copies do not include that file.
     */
    private NodePicture.Cluster cluster(ControlData control) {
        boolean fresh = !Files.exists(data.resolve("postmaster.opts")) && !Files.exists(data.resolve("backup_label"));
        return new NodePicture.Cluster(control.systemIdentifier(), control.checkpoint(), control.segmentSize(), fresh);
    }

    private static List<Long> stopped(NodeState state) {
        if (state.pid().isEmpty()) {
            return List.of();
        }
        OsProcess postmaster = new OsProcess(state.pid().getAsLong());
        return Stream.concat(Stream.of(postmaster), postmaster.children().stream())
                .filter(OsProcess::stopped)
                .map(OsProcess::pid)
                .toList();
    }

    private Optional<NodePicture.Wal> wal(ControlData control, NodeState state, Optional<ReplicationState> answer) {
        if (answer.isPresent()) {
            return said(answer.get());
        }
        // The end of a running server's WAL is known only to the server.
        return state.pid().isPresent() ? Optional.empty() : remembered(control);
    }

    private Optional<NodePicture.Wal> said(ReplicationState answer) {
        Optional<Lsn> end = answer.received().or(answer::lsn);
        return answer.timeline().isEmpty()
                ? Optional.empty()
                : end.map(lsn -> answered(Long.parseLong(answer.timeline()), lsn, answer.recovering()));
    }

    /**
     * The WAL position that the server reported. A standby without a walreceiver may be on a later timeline than its control
     * file; the names of its WAL files tell.
     */
    private NodePicture.Wal answered(long timeline, Lsn end, boolean recovering) {
        List<Long> timelines = recovering ? timelines(timeline) : List.of(timeline);
        return timelines.stream()
                .map(this::history)
                .filter(history ->
                        history.timeline() == timeline || begin(history).compareTo(end) < 0)
                .findFirst()
                .map(history -> new NodePicture.Wal(new WalPlace(history.timeline(), end), history))
                .orElseThrow();
    }

    /** The position in the control file, at least up to which the WAL exists. */
    private NodePicture.Wal noted(ControlData control) {
        long timeline = timeline(control);
        Lsn checkpoint = control.checkpoint();
        Lsn end = control.minRecoveryPoint()
                .filter(lsn -> lsn.compareTo(checkpoint) > 0)
                .orElse(checkpoint);
        return new NodePicture.Wal(new WalPlace(timeline, end), history(timeline));
    }

    private Optional<NodePicture.Wal> remembered(ControlData control) {
        try {
            FileTime now = Files.getLastModifiedTime(data.resolve("global/pg_control"));
            Known before = known;
            if (before == null || !before.control().equals(now)) {
                before = new Known(now, Optional.of(walked(control)));
                known = before;
            }
            return before.wal();
        } catch (IOException | UncheckedIOException | LabException e) {
            return Optional.empty();
        }
    }

    /**
     * The end of a stopped node's WAL, which is read from the last checkpoint on, along the newest timeline that the node has
     * followed.
     */
    private NodePicture.Wal walked(ControlData control) {
        long noted = timeline(control);
        for (long timeline : timelines(noted)) {
            TimelineHistory history = history(timeline);
            Optional<Lsn> read = end(control, history);
            Lsn end = read.orElse(control.checkpoint());
            if (timeline == noted
                    || read.filter(lsn -> begin(history).compareTo(lsn) < 0).isPresent()) {
                Lsn least = control.minRecoveryPoint().orElse(end);
                Lsn known = least.compareTo(end) > 0 ? least : end;
                return new NodePicture.Wal(new WalPlace(timeline, known), history);
            }
        }
        return noted(control);
    }

    /**
     * The end of the last record after the last checkpoint; empty when not even the checkpoint can be read along these
     * timelines.
     */
    private Optional<Lsn> end(ControlData control, TimelineHistory history) {
        Optional<Lsn> end = Optional.empty();
        try (WalReader reader = WalReader.at(walDirectory(), control.segmentSize(), history, control.checkpoint())) {
            while (reader.next().isPresent()) {
                end = Optional.of(reader.end());
            }
        }
        return end;
    }

    /** Timelines, the newest first: later ones that have WAL files, then this one. */
    private List<Long> timelines(long known) {
        try {
            List<Long> later = FileTree.entries(walDirectory()).stream()
                    .map(file -> SEGMENT.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(name -> Long.parseLong(name.group(1), 16))
                    .filter(timeline -> timeline > known)
                    .distinct()
                    .filter(timeline -> history(timeline).entries().size() > 1)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            return Stream.concat(later.stream(), Stream.of(known)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lsn begin(TimelineHistory history) {
        List<TimelineHistory.Entry> entries = history.entries();
        return entries.get(entries.size() - 1).begin();
    }

    /** The timeline by the control file; just after a promotion, the checkpoint still has the old one. */
    private static long timeline(ControlData control) {
        return Math.max(control.checkpointTimeline(), control.minRecoveryTimeline());
    }

    private TimelineHistory history(long timeline) {
        return TimelineHistory.read(walDirectory(), timeline);
    }

    private Path walDirectory() {
        return node.walDirectory();
    }
}
