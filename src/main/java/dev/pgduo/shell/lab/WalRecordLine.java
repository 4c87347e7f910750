package dev.pgduo.shell.lab;

import dev.pgduo.cluster.wal.BlockReference;
import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.describe.Descriptions;
import dev.pgduo.cluster.wal.describe.ResourceManager;
import dev.pgduo.shell.screen.Palette;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats a WAL record as one line. For one thread. */
final class WalRecordLine {
    private static final int LONGEST = 200;

    private final Palette palette;
    private final RelationNames names;
    private @Nullable Descriptions descriptions;

    WalRecordLine(Palette palette, RelationNames names) {
        this.palette = palette;
        this.names = names;
    }

    String of(WalRecord record, RecordContent content) {
        Descriptions known = descriptions;
        if (known == null) {
            known = new Descriptions(content.format());
            descriptions = known;
        }
        int manager = record.resourceManager();
        String head = String.format(
                Locale.ROOT,
                "%-12s %6s  ",
                record.start(),
                record.transaction() == 0 ? "-" : Long.toString(record.transaction()));
        String kind = ResourceManager.name(manager) + "/" + known.name(manager, record.info());
        String text = known.text(record, content).strip();
        return palette.remark(head)
                + palette.prompt(String.format(Locale.ROOT, "%-22s", kind))
                + palette.guarded((text.isEmpty() ? "" : "  " + cut(text)) + pages(content));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private String pages(RecordContent content) {
        StringBuilder pages = new StringBuilder();
        for (BlockReference block : content.blocks()) {
            pages.append("  ").append(names.of(block.relation()));
            if (block.fork() != 0) {
                pages.append('_').append(block.forkName());
            }
            pages.append(" page ").append(block.block());
            pages.append(block.image().isPresent() ? " (image)" : "");
        }
        return pages.toString();
    }
}
