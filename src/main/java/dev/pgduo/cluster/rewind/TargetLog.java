package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.process.Background;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.MissingSegments;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.describe.ResourceManager;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the target's WAL: the last common checkpoint, and the blocks changed since then.
 *
 * @param directory pg_wal
 * @param history of its timeline
 * @param missing fetches segments that are not in the directory any more
 */
record TargetLog(Path directory, long segmentSize, TimelineHistory history, MissingSegments missing) {
    private static final int PAGE = 8192;
    /** How much WAL one reader reads at a time, in bytes. */
    private static final long PART = 1 << 22;

    private static final int LONG_HEADER = 40;
    private static final int SHORT_HEADER = 24;

    /**
     * The common checkpoint, and the segments that were read to find it.
     *
     * @param segments the names of the files
     */
    record Found(CommonCheckpoint checkpoint, Set<String> segments) {}

    /** The end of the record that begins at this position. */
    Lsn endOf(Lsn record) {
        try (WalReader reader = reader(record)) {
            return reader.next().orElseThrow(() -> unreadable(record, reader)).end();
        }
    }

    /** Finds the last checkpoint before the point of divergence. */
    Found checkpointBefore(Lsn fork) {
        Lsn behindHeader = behindHeader(fork);
        Lsn place = behindHeader;
        Set<String> segments = new HashSet<>();
        try (WalReader reader = reader(place).withContents()) {
            while (true) {
                reader.seek(place);
                Optional<WalRecord> record = reader.next();
                if (record.isEmpty()) {
                    throw failed("could not find previous WAL record at " + place, reader);
                }
                segments.add(history.segmentAt(place, segmentSize).name());
                if (record.get().isCheckpoint() && place.compareTo(behindHeader) < 0) {
                    var data = reader.content().data();
                    return new Found(
                            new CommonCheckpoint(
                                    place, new Lsn(data.getLong(0)), Integer.toUnsignedLong(data.getInt(8))),
                            segments);
                }
                place = record.get().previous();
            }
        }
    }

    private Lsn behindHeader(Lsn fork) {
        if (fork.position() % PAGE != 0) {
            return fork;
        }
        return new Lsn(fork.position() + (fork.position() % segmentSize == 0 ? LONG_HEADER : SHORT_HEADER));
    }

    /** The blocks that are changed from a record to the end of the WAL. */
    ChangedPages changes(Lsn start, Lsn end) throws IOException {
        if (missing != MissingSegments.GONE) {
            // Segments are fetched in their order.
            ChangedPages pages = new ChangedPages();
            toTheEnd(start, end, pages);
            return pages;
        }
        try (LogParts parts = new LogParts(reader(start), end, PART)) {
            Background<ChangedPages> beside = Background.of(() -> changes(parts, end));
            try {
                ChangedPages pages = changes(parts, end);
                pages.add(beside.result());
                return pages;
            } finally {
                beside.await();
            }
        }
    }

    /** Reads parts one after the other, until none is left. */
    private ChangedPages changes(LogParts parts, Lsn end) {
        ChangedPages pages = new ChangedPages();
        for (Optional<LogParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            Lsn start = part.get().start();
            part.get()
                    .behind()
                    .ifPresentOrElse(behind -> upTo(start, behind, pages), () -> toTheEnd(start, end, pages));
        }
        return pages;
    }

    private void toTheEnd(Lsn start, Lsn end, ChangedPages pages) {
        try (WalReader reader = reader(start).withReferences(pages)) {
            while (reader.end().compareTo(end) < 0) {
                advance(reader);
            }
            if (!reader.end().equals(end)) {
                throw LabException.of("end pointer " + end + " is not a valid end point; expected " + reader.end());
            }
            pages.in(reader.format());
        }
    }

    /** Reads a part up to a record, which has to begin where the part ends; what that record changes may be among the pages, too. */
    private void upTo(Lsn start, Lsn behind, ChangedPages pages) {
        try (WalReader reader = reader(start).withReferences(pages)) {
            do {
                advance(reader);
            } while (reader.isBefore(behind));
            Lsn found = reader.record().start();
            if (!found.equals(behind)) {
                throw LabException.of("could not read WAL record at " + behind + ": it begins at " + found);
            }
            pages.in(reader.format());
        }
    }

    private static void advance(WalReader reader) {
        if (!reader.advance()) {
            throw unreadable(reader.end(), reader);
        }
        if (reader.changesFiles()) {
            requireKnown(reader.record());
        }
    }

    private static void requireKnown(WalRecord record) {
        if (!record.changesFilesInKnownWay()) {
            throw LabException.of(String.format(
                    Locale.ROOT,
                    "WAL record modifies a relation, but record type is not recognized: lsn: %s, rmid: %d, rmgr: %s,"
                            + " info: %02X",
                    record.start(),
                    record.resourceManager(),
                    ResourceManager.name(record.resourceManager()),
                    record.info()));
        }
    }

    private WalReader reader(Lsn start) {
        return WalReader.at(directory, segmentSize, history, start).fetching(missing);
    }

    private static LabException unreadable(Lsn place, WalReader reader) {
        return failed("could not read WAL record at " + place, reader);
    }

    /** The error for WAL that cannot be read; when a file is missing, that is the whole reason. */
    private static LabException failed(String what, WalReader reader) {
        if (reader.lacksFile()) {
            return new LabException(
                    ErrorReport.error(what).detail(reader.endReason()), List.of(reader.endReason(), what));
        }
        return LabException.of(what + ": " + reader.endReason());
    }
}
