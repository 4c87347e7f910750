package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;

/** Describes one kind of field in records. */
@FunctionalInterface
interface RecordField {
    /**
     * Writes the field's text.
     *
     * @param content of the record
     * @param offset where the field begins in the resource manager's data
     */
    void write(RecordContent content, int offset, RecordText out);
}
