package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.control.ControlState;
import dev.pgduo.cluster.process.Background;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.MissingSegments;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.TimelineHistory.Fork;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Rewinds a data directory (the target) whose history has diverged from that of another cluster (the source), so that it can become its
 * standby: the blocks that the target has changed since the point of divergence are copied from the source, and so is everything whose
 * changes are not in the WAL. The whole plan is made before the first byte is written.
 *
 * @param target a data directory on which no server runs
 * @see <a href="https://www.postgresql.org/docs/current/app-pgrewind.html">pg_rewind</a> (read at 15.18)
 */
public record Rewind(Path target, RewindSource source, RewindOptions options, RewindListener listener) {
    /**
     * The control data of target and source.
     *
     * @param capabilities of the target's major
     */
    private record Pair(ControlData target, ControlData source, Capabilities capabilities) {}

    /**
     * Rewinds the target.
     *
     * @return whether a rewind was required
     * @throws LabException with pg_rewind's message
     */
    public boolean run() throws IOException {
        TargetDirectory.requireWhole(target);
        ControlData mine = recovered(ControlData.read(target));
        Pair pair = new Pair(mine, sourceControl(mine), mine.capabilities());
        requireFit(pair);
        Optional<RewindPlan> plan = plan(pair);
        if (plan.isEmpty()) {
            listener.info("no rewind required");
        } else if (options.dryRun()) {
            RewindExecution.LAST_STEPS.forEach(listener::step);
        } else {
            new RewindExecution(this, plan.get()).run();
        }
        if (!options.dryRun()) {
            options.places().settings().run();
        }
        if (plan.isPresent()) {
            listener.info("Done!");
        }
        return plan.isPresent();
    }

    private ControlData recovered(ControlData control) {
        if (clean(control) || options.recovery().isEmpty()) {
            return control;
        }
        CrashRecovery recovery = options.recovery().get();
        listener.info("executing \"" + recovery.postgres() + "\" for target server to complete crash recovery");
        if (!options.dryRun()) {
            recovery.run(target, listener::printed, listener::said);
        }
        return ControlData.read(target);
    }

    /** Reads the source's pg_control anew. */
    ControlData sourceControl(ControlData mine) throws IOException {
        ControlData theirs = mine.sameMajor(fetched(DataPath.CONTROL));
        if (!theirs.intact()) {
            throw LabException.of("unexpected control file CRC");
        }
        return theirs;
    }

    private void requireFit(Pair pair) {
        ControlData mine = pair.target;
        ControlData theirs = pair.source;
        if (mine.systemIdentifier() != theirs.systemIdentifier()) {
            throw LabException.of("source and target clusters are from different systems");
        }
        if (mine.number("pg_control_version") != theirs.number("pg_control_version")
                || mine.number("catalog_version_no") != theirs.number("catalog_version_no")) {
            throw LabException.of("clusters are not compatible with this version of pg_rewind");
        }
        if (mine.number("data_checksum_version") == 0 && mine.number("wal_log_hints") == 0) {
            throw LabException.of("target server needs to use either data checksums or \"wal_log_hints = on\"");
        }
        if (!clean(mine)) {
            throw LabException.of("target server must be shut down cleanly");
        }
        if (!source.running() && !clean(theirs)) {
            throw LabException.of("source data directory must be shut down cleanly");
        }
    }

    /** Whether the server was shut down cleanly. */
    public static boolean clean(ControlData control) {
        return control.state().filter(ControlState::clean).isPresent();
    }

    private Optional<RewindPlan> plan(Pair pair) throws IOException {
        long mine = pair.target.timeline();
        long theirs = pair.source.timeline();
        if (mine == theirs) {
            listener.info("source and target cluster are on the same timeline");
            return Optional.empty();
        }
        String directory = pair.capabilities.walDirectory();
        TimelineHistory other = sourceHistory(directory, theirs);
        tell("Source", other);
        TimelineHistory history = TimelineHistory.read(target.resolve(directory), mine);
        tell("Target", history);
        Fork fork = history.forkFrom(other)
                .filter(parted -> parted.point().isPresent())
                .orElseThrow(() ->
                        LabException.of("could not find common ancestor of the source and target cluster's timelines"));
        Lsn point = fork.point().orElseThrow();
        listener.info("servers diverged at WAL location " + point + " on timeline " + fork.timeline());
        TargetLog log = new TargetLog(target.resolve(directory), pair.target.segmentSize(), history, options.missing());
        Lsn end = end(log, pair.target);
        if (end.compareTo(point) <= 0) {
            return Optional.empty();
        }
        return Optional.of(plan(log, pair, new Range(point, end)));
    }

    private record Range(Lsn fork, Lsn end) {}

    /**
     * Where the target's WAL ends: after its last checkpoint record, or where a standby's minimum recovery point is, whichever is later.
     */
    private static Lsn end(TargetLog log, ControlData control) {
        Lsn replayed = control.minRecoveryPoint().orElse(new Lsn(0));
        return replayed.compareTo(control.checkpoint()) > 0 ? replayed : log.endOf(control.checkpoint());
    }

    private TimelineHistory sourceHistory(String directory, long timeline) throws IOException {
        if (timeline == 1) {
            return TimelineHistory.parse("", timeline);
        }
        String file = String.format(Locale.ROOT, "%s/%08X.history", directory, timeline);
        return TimelineHistory.parse(new String(fetched(file), StandardCharsets.ISO_8859_1), timeline);
    }

    private byte[] fetched(String path) throws IOException {
        byte[] bytes = source.read(path);
        if (source.running()) {
            listener.debug("fetched file \"" + path + "\", length " + bytes.length);
        }
        return bytes;
    }

    private void tell(String whose, TimelineHistory history) {
        listener.debug(whose + " timeline history:");
        Lsn open = new Lsn(0);
        history.entries()
                .forEach(entry -> listener.debug(entry.timeline() + ": " + entry.begin() + " - "
                        + entry.end().orElse(open)));
    }

    private RewindPlan plan(TargetLog log, Pair pair, Range range) throws IOException {
        TargetLog.Found found = log.checkpointBefore(range.fork);
        CommonCheckpoint common = found.checkpoint();
        listener.info(
                "rewinding from last common checkpoint at " + common.record() + " on timeline " + common.timeline());
        FileMap files = new FileMap();
        LocalFiles own = new LocalFiles(target);
        // Segments that are fetched from an archive to be read are not the target's own: it is listed before.
        boolean fetching = options.missing() != MissingSegments.GONE;
        if (fetching) {
            own.list(files::target);
        }
        Background<ChangedPages> changes = Background.of(() -> log.changes(common.record(), range.end));
        // The files are listed meanwhile.
        if (!fetching) {
            own.list(files::target);
        }
        listener.step("reading source file list");
        source.list(files::source);
        listener.step("reading target file list");
        listener.step("reading WAL in target");
        changes.result().forEach(files::changed);
        String directory = pair.capabilities.walDirectory();
        found.segments().forEach(segment -> files.needed(directory + "/" + segment));
        CommonLog shared = new CommonLog(directory, log.history(), range.fork, log.segmentSize());
        return new RewindDecision(listener, shared).of(files, pair.source, common);
    }
}
