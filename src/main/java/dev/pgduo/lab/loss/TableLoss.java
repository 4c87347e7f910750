package dev.pgduo.lab.loss;

/**
 * What was committed on the node that is left, and is not on the other one, of one table.
 *
 * @param both rows that were changed on both nodes since
 */
public record TableLoss(TableName name, long inserted, long updated, long deleted, long both) {
    /** Both together. */
    TableLoss plus(TableLoss more) {
        return new TableLoss(
                name, inserted + more.inserted, updated + more.updated, deleted + more.deleted, both + more.both);
    }
}
