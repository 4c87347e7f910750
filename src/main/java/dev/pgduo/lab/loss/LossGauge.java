package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.Amount;
import dev.pgduo.lab.pair.NodePicture;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.lab.pair.ReplicationState;
import dev.pgduo.lab.pair.TimelineRelation;
import dev.pgduo.report.LabException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What would be lost if the primary died now: the WAL that the standby does not have on its disk, and the transactions that are
 * committed there. Each reading adds only new WAL, a few megabytes at most. Thread-safe.
 */
public final class LossGauge {
    private static final long MOST_BYTES = 16L << 20;
    private static final int PAGE = 8192;

    private final Lab lab;
    private final Deque<Lsn> commits = new ArrayDeque<>();
    private Optional<Place> read = Optional.empty();

    public LossGauge(Lab lab) {
        this.lab = lab;
    }

    private record Place(NodeName node, long timeline, Lsn lsn) {}

    /**
     * A reading.
     *
     * @param primary the node that is assumed to die
     * @param more whether there may be more commits, because not all WAL has been read yet
     * @param bytes the amount of WAL that the standby does not have
     */
    public record Reading(NodeName primary, long commits, boolean more, long bytes) {
        /** The reading as a phrase: {@code if a died now: 2 commits, 4 kB}. */
        public String words() {
            String count = commits + (more ? "+" : "");
            return "if " + primary + " died now: " + count + (count.equals("1") ? " commit, " : " commits, ")
                    + Amount.bytes(bytes);
        }

        /** Whether any transaction would be lost. */
        public boolean any() {
            return commits > 0 || more;
        }
    }

    /** Takes a reading; empty when there is no primary with a standby of the same history. */
    public synchronized Optional<Reading> read(PairPicture picture) {
        NodePicture primary = picture.of(picture.primary());
        Optional<Lsn> written =
                primary.answer().filter(answer -> !answer.recovering()).flatMap(ReplicationState::lsn);
        Optional<Lsn> had = written.flatMap(lsn -> had(picture, primary, lsn));
        if (written.isEmpty() || had.isEmpty() || primary.wal().isEmpty()) {
            return Optional.empty();
        }
        boolean all = count(primary, had.get(), written.get());
        return Optional.of(new Reading(
                primary.name(), commits.size(), !all, Math.max(0, written.get().minus(had.get()))));
    }

    /** The phrase for the status bar; empty when no transaction would be lost. */
    public String brief(Optional<PairPicture> picture) {
        return picture.flatMap(this::read)
                .filter(Reading::any)
                .map(Reading::words)
                .orElse("");
    }

    /** The position up to which the standby has flushed WAL. */
    private static Optional<Lsn> had(PairPicture picture, NodePicture primary, Lsn written) {
        NodePicture standby = picture.of(primary.name().other());
        if (picture.streaming()) {
            return primary.answer()
                    .flatMap(ReplicationState::sender)
                    .map(sender -> new Lsn(written.position() - sender.flush()));
        }
        TimelineRelation relation = picture.relation();
        boolean copy = standby.standby() && relation.contained(standby.name());
        return standby.wal().filter(wal -> copy).map(wal -> wal.end().lsn());
    }

    /** Counts the commits in new WAL; returns whether all WAL has been read. */
    private boolean count(NodePicture primary, Lsn had, Lsn written) {
        long timeline = primary.wal().orElseThrow().end().timeline();
        read = read.filter(place -> place.node() == primary.name() && place.timeline() == timeline)
                .filter(place -> place.lsn().compareTo(had) >= 0)
                .filter(place -> place.lsn().compareTo(written) <= 0);
        if (read.isEmpty()) {
            commits.clear();
        }
        while (!commits.isEmpty() && commits.getFirst().compareTo(had) <= 0) {
            commits.removeFirst();
        }
        if (written.compareTo(had) <= 0) {
            return true;
        }
        try {
            Lsn end = goOn(primary, had);
            read = Optional.of(new Place(primary.name(), timeline, end));
            return end.compareTo(written) >= 0;
        } catch (UncheckedIOException | LabException e) {
            read = Optional.empty();
            commits.clear();
            return false;
        }
    }

    private Lsn goOn(NodePicture primary, Lsn had) {
        Lsn page = new Lsn(had.position() & -PAGE);
        Lsn begin = read.map(Place::lsn).orElse(had);
        try (WalReader reader =
                SideWork.reader(lab, primary, read.map(Place::lsn).orElse(page))) {
            // The standby may have part of a record, whose transaction would be lost as well.
            if (read.isEmpty() && !reader.find(new Lsn(page.position() - PAGE)) && !reader.find(page)) {
                return begin;
            }
            Lsn limit = new Lsn(begin.position() + MOST_BYTES);
            Lsn end = begin;
            Optional<WalRecord> next = reader.next();
            while (next.isPresent() && next.get().end().compareTo(limit) < 0) {
                if (next.get().end().compareTo(begin) > 0) {
                    end = next.get().end();
                    if (next.get().isCommit()) {
                        commits.addLast(end);
                    }
                }
                next = reader.next();
            }
            return end;
        }
    }
}
