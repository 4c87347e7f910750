package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.util.Optional;

/**
 * How far two logs have the same records.
 *
 * @param same the end of the last record that both have; the position from which they were compared, when there is none
 * @param differs whether both have a record there, and not the same one; a log that ends there has less, which is no difference
 * @param gone whether one of them ends because a segment's file is missing
 */
public record LogComparison(Lsn same, boolean differs, boolean gone) {
    /** Compares two logs from their readers' position, which is the same, up to another one. */
    public static LogComparison of(WalReader one, WalReader other, Lsn until) {
        Lsn same = one.end();
        Optional<WalRecord> mine = one.next();
        Optional<WalRecord> theirs = other.next();
        while (mine.isPresent() && mine.equals(theirs) && one.end().compareTo(until) < 0) {
            same = one.end();
            mine = one.next();
            theirs = other.next();
        }
        boolean differs = mine.isPresent() && theirs.isPresent() && !mine.equals(theirs);
        return new LogComparison(same, differs, one.lacksFile() || other.lacksFile());
    }
}
