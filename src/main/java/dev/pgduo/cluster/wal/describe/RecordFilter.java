package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.BlockReference;
import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.WalRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Which records are wanted.
 *
 * @param managers numbers of the resource managers; none for all
 * @param transaction who wrote them
 * @param pages what they change
 * @param imagesOnly only those that bring an image of a page
 */
public record RecordFilter(Set<Integer> managers, Optional<Long> transaction, Pages pages, boolean imagesOnly) {
    /**
     * Pages.
     *
     * @param relation whose; empty for any
     * @param fork its number; empty for any
     * @param block its number; empty for any
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

    /** Whether this record is wanted. */
    public boolean wants(WalRecord record, RecordContent content) {
        return (managers.isEmpty() || managers.contains(record.resourceManager()))
                && transaction.map(wanted -> wanted == record.transaction()).orElse(true)
                && (pages.any() || content.blocks().stream().anyMatch(pages::has))
                && (!imagesOnly
                        || content.blocks().stream()
                                .anyMatch(page -> page.image().isPresent()));
    }
}
