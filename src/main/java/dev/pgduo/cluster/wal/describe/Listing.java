package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.BlockReference;
import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.WalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes the lines that pg_waldump prints for records. For one thread. */
public final class Listing {
    private static final int PAGE = 8192;

    private final Writer out;
    private final Descriptions descriptions;
    private final boolean details;
    private final RecordText text = new RecordText(this::flush);

    /**
     * A list.
     *
     * @param details whether each block reference has a line of its own
     */
    public Listing(Writer out, Descriptions descriptions, boolean details) {
        this.out = out;
        this.descriptions = descriptions;
        this.details = details;
    }

    /** Writes a record's line, and those of its block references; they may be kept back until {@link #flush}. */
    public void add(WalRecord record, RecordContent content) {
        int manager = record.resourceManager();
        Descriptions.Kind kind = descriptions.of(manager, record.info());
        text.add("rmgr: ").left(ResourceManager.name(manager), 11);
        text.add(" len (rec/tot): ").right(record.length() - content.imageBytes(), 6);
        text.add('/').right(record.length(), 6);
        text.add(", tx: ").right(record.transaction(), 10);
        text.add(", lsn: ").lsn(record.start().position(), 8);
        text.add(", prev ").lsn(record.previous().position(), 8);
        text.add(", desc: ").add(kind.name()).add(' ');
        kind.text().write(content, text);
        if (details) {
            text.add('\n');
        }
        for (BlockReference block : content.blocks()) {
            if (details) {
                detailed(block);
            } else {
                brief(block);
            }
        }
        if (!details) {
            text.add('\n');
        }
        text.relieve();
    }

    private void brief(BlockReference block) {
        text.add(", ");
        reference(block, block.fork() != 0);
        if (block.image().isPresent()) {
            text.add(block.image().get().applied() ? " FPW" : " FPW for WAL verification");
        }
    }

    private void detailed(BlockReference block) {
        text.add('\t');
        reference(block, true);
        if (block.image().isPresent()) {
            BlockReference.Image image = block.image().get();
            text.add(image.applied() ? " (FPW)" : " (FPW for WAL verification)");
            text.add("; hole: offset: ")
                    .add(image.holeOffset())
                    .add(", length: ")
                    .add(image.holeLength());
            if (!image.compression().isEmpty()) {
                text.add(", compression saved: ").add(PAGE - image.holeLength() - image.length());
                text.add(", method: ").add(image.compression());
            }
        }
        text.add('\n');
    }

    private void reference(BlockReference block, boolean fork) {
        text.add("blkref #").add(block.id()).add(": rel ");
        text.add(block.relation().tablespace()).add('/').add(block.relation().database());
        text.add('/').add(block.relation().relation());
        if (fork) {
            text.add(" fork ").add(block.forkName());
        }
        text.add(" blk ").add(block.block());
    }

    /** Writes the lines that were kept back. */
    public void flush() {
        try {
            out.write(text.chars(), 0, text.length());
            text.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
