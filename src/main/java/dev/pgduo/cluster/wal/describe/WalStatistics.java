package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.WalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The number of records of each kind, and their size in bytes, as {@code pg_waldump --stats} counts. */
public final class WalStatistics {
    private static final int KINDS = 256;
    private static final int PER_MANAGER = 16;
    private static final String HEAD = "%-27s %20s %8s %20s %8s %20s %8s %20s %8s";
    private static final String ROW = "%-27s %20d (%6.02f) %20d (%6.02f) %20d (%6.02f) %20d (%6.02f)";
    private static final String TOTAL = "%-27s %20d %-9s%20d %-9s%20d %-9s%20d %-6s";

    private final Count[] counts = new Count[KINDS * PER_MANAGER];
    private final Count total = new Count();

    /** The number of records and their sizes. */
    private static final class Count {
        long records;
        long bytes;
        long images;

        void add(long size, long imageSize) {
            records++;
            bytes += size;
            images += imageSize;
        }

        void add(Count other) {
            records += other.records;
            bytes += other.bytes;
            images += other.images;
        }
    }

    /** Counts a record. */
    public void add(WalRecord record, RecordContent content) {
        int operation = Descriptions.operation(record.resourceManager(), record.info());
        int index = record.resourceManager() * PER_MANAGER + operation / PER_MANAGER;
        Count count = counts[index];
        if (count == null) {
            count = new Count();
            counts[index] = count;
        }
        long images = content.imageBytes();
        count.add(record.length() - images, images);
        total.add(record.length() - images, images);
    }

    /** Whether nothing was counted. */
    public boolean isEmpty() {
        return total.records == 0;
    }

    /**
     * The table that pg_waldump prints.
     *
     * @param start the position where counting began
     * @param end the position where it ended
     * @param descriptions to have a row for each kind of record; empty to have one for each resource manager
     */
    public List<String> lines(Lsn start, Lsn end, Optional<Descriptions> descriptions) {
        List<String> lines = new ArrayList<>();
        lines.add("WAL statistics between " + start + " and " + end + ":");
        lines.add(text(HEAD, "Type", "N", "(%)", "Record size", "(%)", "FPI size", "(%)", "Combined size", "(%)"));
        lines.add(text(HEAD, "----", "-", "---", "-----------", "---", "--------", "---", "-------------", "---"));
        descriptions.ifPresentOrElse(each -> byRecord(each, lines), () -> byManager(lines));
        lines.add(text(
                "%-27s %20s %8s %20s %8s %20s %8s %20s",
                "", "--------", "", "--------", "", "--------", "", "--------"));
        long all = total.bytes + total.images;
        lines.add(text(
                TOTAL,
                "Total",
                total.records,
                "",
                total.bytes,
                text("[%.02f%%]", percent(total.bytes, all)),
                total.images,
                text("[%.02f%%]", percent(total.images, all)),
                all,
                "[100%]"));
        return lines;
    }

    private void byManager(List<String> lines) {
        for (int manager = 0; manager < KINDS; manager++) {
            Count sum = new Count();
            for (int i = 0; i < PER_MANAGER; i++) {
                Count count = counts[manager * PER_MANAGER + i];
                if (count != null) {
                    sum.add(count);
                }
            }
            if (manager < ResourceManager.NAMES.size() || sum.records > 0) {
                lines.add(row(ResourceManager.name(manager), sum));
            }
        }
    }

    private void byRecord(Descriptions descriptions, List<String> lines) {
        for (int i = 0; i < counts.length; i++) {
            Count count = counts[i];
            if (count != null) {
                int manager = i / PER_MANAGER;
                String name = descriptions.name(manager, i % PER_MANAGER * PER_MANAGER);
                lines.add(row(ResourceManager.name(manager) + "/" + name, count));
            }
        }
    }

    private String row(String name, Count count) {
        long all = count.bytes + count.images;
        return text(
                ROW,
                name,
                count.records,
                percent(count.records, total.records),
                count.bytes,
                percent(count.bytes, total.bytes),
                count.images,
                percent(count.images, total.images),
                all,
                percent(all, total.bytes + total.images));
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
