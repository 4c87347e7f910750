package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.BlockReference;
import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.WalRecord;
import java.util.Optional;
import java.util.Set;

/**
 * A filter of WAL records, with pg_waldump's conditions.
 *
 * @param managers IDs of the resource managers; empty for all
 * @param transaction the ID of the transaction that wrote the record; empty for any
 * @param pages the blocks that it refers to
 * @param imagesOnly whether the record must have a full-page image
 */
public record RecordFilter(Set<Integer> managers, Optional<Long> transaction, Pages pages, boolean imagesOnly) {
    /**
     * A condition on the block references.
     *
     * @param relation the relation; empty for any
     * @param fork the fork's number; empty for any
     * @param block the block's number; empty for any
     */
    public record Pages(Optional<RelFileNode> relation, Optional<Integer> fork, Optional<Long> block) {
        boolean any() {
            return relation.isEmpty() && fork.isEmpty() && block.isEmpty();
        }

        boolean has(BlockReference page) {
            return relation.map(page.relation()::equals).orElse(true)
                    && fork.map(wanted -> wanted == page.fork()).orElse(true)
                    && block.map(wanted -> wanted == page.block()).orElse(true);
        }
    }

    public RecordFilter {
        managers = Set.copyOf(managers);
    }

    /** Whether this record passes the filter. */
    public boolean wants(WalRecord record, RecordContent content) {
        return (managers.isEmpty() || managers.contains(record.resourceManager()))
                && transaction.map(wanted -> wanted == record.transaction()).orElse(true)
                && (pages.any() || content.blocks().stream().anyMatch(pages::has))
                && (!imagesOnly
                        || content.blocks().stream()
                                .anyMatch(page -> page.image().isPresent()));
    }
}
