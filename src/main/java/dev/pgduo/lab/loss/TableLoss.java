package dev.pgduo.lab.loss;

/**
 * The changes of one table that were committed on the node that is given up, and that the other one does not have.
 *
 * @param both the rows that were changed on both nodes since the divergence
 */
public record TableLoss(TableName name, long inserted, long updated, long deleted, long both) {
    /** The sum of two. */
    TableLoss plus(TableLoss more) {
        return new TableLoss(
                name, inserted + more.inserted, updated + more.updated, deleted + more.deleted, both + more.both);
    }
}
