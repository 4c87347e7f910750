package dev.pgduo.cluster.rewind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.HandMadeWal;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.cluster.wal.WalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a WAL with a switch of segments near its beginning, as a base backup makes one. */
class LogPartsTest {
    private static final long SIZE = 1 << 18;

    private final List<Lsn> records = new ArrayList<>();

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        HandMadeWal wal = new HandMadeWal();
        records.add(wal.commit(1));
        records.add(wal.switchSegment());
        for (int i = 0; i < 1000; i++) {
            records.add(wal.record(HandMadeWal.TRANSACTION, 0, i + 2, 3000));
        }
        wal.save(directory, 1);
    }

    private WalReader reader(Lsn start) {
        return WalReader.at(directory, HandMadeWal.SEGMENT, TimelineHistory.parse("", 1), start);
    }

    private List<LogParts.Part> parts(Lsn end) {
        List<LogParts.Part> found = new ArrayList<>();
        try (LogParts parts = new LogParts(reader(HandMadeWal.START), end, SIZE)) {
            for (Optional<LogParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                found.add(part.get());
            }
            assertThat(parts.next()).isEmpty();
        }
        return found;
    }

    @Test
    void joinWithoutGapBehindASwitchToo() {
        List<LogParts.Part> parts = parts(records.get(records.size() - 1));
        // 3 MB of records; none begins where a part would in the rest of the first segment.
        assertThat(parts).hasSizeBetween(11, 13);
        assertThat(parts.get(0).start()).isEqualTo(HandMadeWal.START);
        assertThat(parts.get(parts.size() - 1).behind()).isEmpty();
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i - 1).behind()).contains(parts.get(i).start());
        }
    }

    @Test
    void haveEachRecordOnce() {
        Lsn last = records.get(records.size() - 1);
        List<Lsn> found = new ArrayList<>();
        for (LogParts.Part part : parts(last)) {
            try (WalReader reader = reader(part.start())) {
                Lsn behind = part.behind().orElse(last);
                for (Optional<WalRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                    if (record.get().start().compareTo(behind) >= 0) {
                        break;
                    }
                    found.add(record.get().start());
                }
            }
        }
        assertThat(found).isEqualTo(records.subList(0, records.size() - 1));
    }

    @Test
    void areOneWhereTheRangeIsShort() {
        assertThat(parts(records.get(1))).containsExactly(new LogParts.Part(HandMadeWal.START, Optional.empty()));
    }
}
