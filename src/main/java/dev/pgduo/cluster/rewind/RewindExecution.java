package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.control.ControlState;
import dev.pgduo.cluster.process.Background;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.WalSegment;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Carries out the plan of a rewind. For one thread. */
final class RewindExecution {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT);

    private static final String LABEL = "creating backup label and updating control file";
    private static final String SYNC = "syncing target data directory";
    /** The messages after the copy. */
    static final List<String> LAST_STEPS = List.of(LABEL, SYNC);

    private final Rewind rewind;
    private final RewindPlan plan;
    private long copied;

    RewindExecution(Rewind rewind, RewindPlan plan) {
        this.rewind = rewind;
        this.plan = plan;
    }

    void run() throws IOException {
        try (TargetDirectory target = new TargetDirectory(
                rewind.target(), this::copied, rewind.options().sync())) {
            run(target);
        }
    }

    private void run(TargetDirectory target) throws IOException {
        target.begin();
        for (FileMap.Decision decision : plan.decisions()) {
            if (decision.action() == FileAction.CREATE) {
                target.create(placed(decision.file().source().orElseThrow()));
            }
        }
        // To remove large files takes longer than to copy what is needed, so that both are done at a time.
        try (FileWork removal = new FileWork()) {
            removeFiles(target, removal);
            fetch(target);
            removal.await();
        }
        for (FileMap.Decision decision : plan.decisions()) {
            if (decision.action() == FileAction.TRUNCATE) {
                target.truncate(
                        decision.path(), decision.file().source().orElseThrow().size());
            } else if (decision.action() == FileAction.REMOVE && !isFile(decision)) {
                target.remove(decision.path());
            }
        }
        rewind.listener().copied(plan.pieces().bytes(), plan.pieces().bytes());
        finish(target);
    }

    private void removeFiles(TargetDirectory target, FileWork removal) {
        for (FileMap.Decision decision : plan.decisions()) {
            if (decision.action() == FileAction.REMOVE && isFile(decision)) {
                target.remove(decision.path(), removal);
            }
        }
    }

    private static boolean isFile(FileMap.Decision decision) {
        return decision.file()
                .target()
                .filter(file -> file.kind() == ClusterFile.Kind.FILE)
                .isPresent();
    }

    /** What is on this machine is copied by two threads: most of it is the kernel's work. What is asked for is told in its order. */
    private void fetch(TargetDirectory target) throws IOException {
        RewindSource source = rewind.source();
        boolean telling = source.running() && rewind.listener().debugs();
        if (!source.sideBySide() || telling) {
            fetch(plan.pieces().pieces(), target, telling);
            return;
        }
        List<List<RewindSource.Piece>> parts = plan.pieces().parts(2);
        Background<Boolean> other = Background.of(() -> fetch(parts.get(1), target, false));
        try {
            fetch(parts.get(0), target, false);
        } finally {
            other.await();
        }
        other.result();
    }

    private boolean fetch(List<RewindSource.Piece> pieces, TargetDirectory target, boolean telling) throws IOException {
        try (TargetDirectory.Writer writer = target.writer()) {
            rewind.source().fetch(pieces, telling ? told(writer) : writer);
        }
        return true;
    }

    private ClusterFile placed(ClusterFile entry) {
        if (entry.kind() != ClusterFile.Kind.LINK) {
            return entry;
        }
        String oid = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        return ClusterFile.link(
                entry.path(), rewind.options().places().tablespaces().apply(oid, entry.link()));
    }

    /** Reports the pieces that a server sends, and passes them on. */
    private RewindSource.Sink told(RewindSource.Sink target) {
        RewindListener listener = rewind.listener();
        return new RewindSource.Sink() {
            @Override
            public void asking(int pieces) {
                listener.debug("getting " + pieces + " file chunks");
            }

            @Override
            public void bytes(RewindSource.Piece piece, ByteBuffer bytes) throws IOException {
                listener.debug("received chunk for file \"" + piece.path() + "\", offset " + piece.begin() + ", size "
                        + bytes.remaining());
                target.bytes(piece, bytes);
            }

            @Override
            public void gone(RewindSource.Piece piece) throws IOException {
                listener.debug(
                        "received null value for chunk for file \"" + piece.path() + "\", file has been deleted");
                target.gone(piece);
            }
        };
    }

    private synchronized void copied(long bytes) {
        copied += bytes;
        rewind.listener()
                .copied(Math.min(copied, plan.pieces().bytes()), plan.pieces().bytes());
    }

    private void finish(TargetDirectory target) throws IOException {
        ControlData after = rewind.sourceControl(plan.source());
        if (!rewind.source().running()
                && !Arrays.equals(after.bytes(), plan.source().bytes())) {
            throw LabException.of("source system was modified while pg_rewind was running");
        }
        rewind.listener().step(LABEL);
        target.write("backup_label", label().getBytes(StandardCharsets.US_ASCII));
        byte[] control = recovering(after);
        if (rewind.options().sync()) {
            rewind.listener().step(SYNC);
            target.sync();
        }
        target.end(control);
    }

    private String label() {
        CommonCheckpoint common = plan.checkpoint();
        long size = plan.source().segmentSize();
        String time = TIME.format(ZonedDateTime.now(ZoneId.systemDefault()));
        return "START WAL LOCATION: " + common.redo() + " (file "
                + WalSegment.of(common.timeline(), common.redo(), size).name() + ")\nCHECKPOINT LOCATION: "
                + common.record() + "\nBACKUP METHOD: pg_rewind\nBACKUP FROM: standby\nSTART TIME: " + time + "\n";
    }

    /**
     * The target's new pg_control, with the source's current position as minimum recovery point: before that its files are not consistent.
     */
    private byte[] recovering(ControlData source) throws IOException {
        if (!rewind.source().running()) {
            return source.recovering(source.checkpoint(), source.checkpointTimeline(), Instant.now());
        }
        ControlState state = source.state().orElse(ControlState.STARTING_UP);
        if (state == ControlState.IN_ARCHIVE_RECOVERY) {
            Lsn replayed = source.minRecoveryPoint().orElse(new Lsn(0));
            return source.recovering(replayed, source.minRecoveryTimeline(), Instant.now());
        }
        if (state != ControlState.IN_PRODUCTION) {
            throw LabException.of("source system was in unexpected state at end of rewind");
        }
        return source.recovering(rewind.source().insertPosition(), source.timeline(), Instant.now());
    }
}
