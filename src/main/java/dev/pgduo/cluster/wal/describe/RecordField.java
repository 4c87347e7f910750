package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;

/** How one kind of field of a record is written. */
@FunctionalInterface
interface RecordField {
    /**
     * Writes it.
     *
     * @param content of the record
     * @param offset where the field begins in the resource manager's data
     */
    void write(RecordContent content, int offset, RecordText out);
}
