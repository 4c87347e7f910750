package dev.pgduo.cluster.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.quantity.Lsn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalReaderTest {
    private static final int HEAP = 10;
    private static final TimelineHistory ONE = TimelineHistory.parse("", 1);

    private final HandMadeWal wal = new HandMadeWal();

    @TempDir
    private Path directory = Path.of("");

    private String reason = "";
    private Lsn end = new Lsn(0);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 8104, 8105, 8112, 8120, 8127, 8128, 8129, 8136, 100_000})
    void recordsMayCrossPagesAnywhere(int payload) throws IOException {
        List<Lsn> written =
                List.of(wal.record(HEAP, 0, 5, payload), wal.record(HEAP, 0, 5, payload), wal.record(HEAP, 0, 5, 8200));
        assertThat(read()).extracting(WalRecord::start).containsExactlyElementsOf(written);
        assertThat(reason).startsWith("invalid ");
    }

    @Test
    void aRecordMayBeLongerThanSegments() throws IOException {
        wal.record(HEAP, 0, 5, 3_500_000);
        Lsn last = wal.commit(5);
        List<WalRecord> found = read();
        assertThat(found).extracting(WalRecord::length).containsExactly(3_500_024, 34);
        assertThat(found.get(1).previous()).isEqualTo(HandMadeWal.START);
        assertThat(found.get(1).start()).isEqualTo(last);
        assertThat(end).isEqualTo(new Lsn(last.position() + 40));
        assertThat(reason).isEqualTo("invalid record length at " + end + ": wanted 24, got 0");
    }

    @Test
    void anEndIsBeforeThePageHeaderAndAStartBehindIt() throws IOException {
        wal.record(HEAP, 0, 5, HandMadeWal.PAGE - 40 - 24);
        Lsn second = wal.commit(5);
        Lsn boundary = new Lsn(HandMadeWal.SEGMENT + HandMadeWal.PAGE);
        List<WalRecord> found = read();
        assertThat(found.get(0).end()).isEqualTo(boundary);
        assertThat(found.get(1).start()).isEqualTo(second).isEqualTo(new Lsn(boundary.position() + 24));
        assertThat(readFrom(boundary, ONE)).hasSize(1);
    }

    @Test
    void theLogGoesOnInTheNextSegmentAfterASwitch() throws IOException {
        wal.commit(5);
        Lsn switched = wal.switchSegment();
        Lsn next = wal.commit(6);
        List<WalRecord> found = read();
        assertThat(found.get(1).start()).isEqualTo(switched);
        assertThat(found.get(1).isSwitch()).isTrue();
        assertThat(found.get(1).end()).isEqualTo(new Lsn(2L * HandMadeWal.SEGMENT));
        assertThat(found.get(2).start()).isEqualTo(next);
    }

    @Test
    void looksOnWhereItFoundNothing() throws IOException {
        wal.commit(5);
        wal.switchSegment();
        Lsn next = wal.commit(6);
        wal.save(directory, 1);
        Lsn segment = new Lsn(2L * HandMadeWal.SEGMENT);
        try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, ONE, segment)) {
            assertThat(reader.find(new Lsn(segment.position() - HandMadeWal.PAGE)))
                    .isFalse();
            assertThat(reader.find(segment)).isTrue();
            assertThat(reader.next().map(WalRecord::start)).contains(next);
        }
    }

    @Test
    void aSwitchThatFillsItsSegmentEndsThere() throws IOException {
        int pages = HandMadeWal.SEGMENT / HandMadeWal.PAGE;
        wal.record(HEAP, 0, 5, HandMadeWal.SEGMENT - 40 - 24 * (pages - 1) - 24 - 24);
        wal.switchSegment();
        wal.commit(6);
        List<WalRecord> found = read();
        assertThat(found).hasSize(3);
        assertThat(found.get(1).end()).isEqualTo(new Lsn(2L * HandMadeWal.SEGMENT));
    }

    @Test
    void theLastSegmentMayBePartial() throws IOException {
        wal.switchSegment();
        wal.commit(5);
        wal.save(directory, 1);
        Path whole = directory.resolve("000000010000000000000002");
        Files.move(whole, directory.resolve("000000010000000000000002.partial"));
        assertThat(readFrom(HandMadeWal.START, ONE)).hasSize(2);
        Files.delete(directory.resolve("000000010000000000000002.partial"));
        assertThat(readFrom(HandMadeWal.START, ONE)).hasSize(1);
        assertThat(reason).isEqualTo("could not open file \"" + whole + "\": No such file or directory");
        assertThat(end).isEqualTo(new Lsn(2L * HandMadeWal.SEGMENT));
    }

    @Test
    void aSegmentMayBeShort() throws IOException {
        wal.record(HEAP, 0, 5, 100_000);
        wal.commit(5);
        wal.save(directory, 1);
        Path file = directory.resolve("000000010000000000000001");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 50_000));
        assertThat(readFrom(HandMadeWal.START, ONE)).isEmpty();
        assertThat(reason)
                .isEqualTo("could not read from WAL segment 000000010000000000000001, offset 49152: read 848 of 8192");
    }

    @Test
    void aRecordWhoseRestWasLostIsLeftOut() throws IOException {
        Lsn first = wal.commit(5);
        wal.record(HEAP, 0, 6, 30_000);
        wal.loseFrom(new Lsn(HandMadeWal.SEGMENT + 2L * HandMadeWal.PAGE), first);
        Lsn lost = wal.record(0, 0xD0, 0, 18);
        Lsn next = wal.commit(7);
        assertThat(read()).extracting(WalRecord::start).containsExactly(first, lost, next);
    }

    @Test
    void theNewTimelineGoesOnInItsCopyOfTheSegment() throws IOException {
        wal.commit(5);
        wal.switchSegment();
        Lsn last = wal.commit(6);
        wal.save(directory, 1);
        wal.timeline = 2;
        wal.record(HEAP, 0, 7, 10_000);
        wal.commit(7);
        wal.save(directory, 2);
        Files.delete(directory.resolve("000000020000000000000001"));
        TimelineHistory two = TimelineHistory.parse("1 " + new Lsn(last.position() + 40) + " promoted\n", 2);
        assertThat(readFrom(HandMadeWal.START, two)).hasSize(5);
        assertThat(readFrom(HandMadeWal.START, ONE)).hasSize(3);
        wal.save(directory, 1);
        assertThat(readFrom(HandMadeWal.START, ONE)).hasSize(3);
        assertThat(reason)
                .startsWith(
                        "out-of-sequence timeline ID 2 (after 1) in log segment 000000010000000000000002, offset 8192");
    }

    /** The last segment begins with pages of the timeline before. */
    @Test
    void oneGoesBackOverTheBeginningOfATimeline() throws IOException {
        wal.commit(5);
        wal.switchSegment();
        Lsn last = wal.commit(6);
        wal.timeline = 2;
        wal.record(HEAP, 0, 7, 20_000);
        Lsn far = wal.commit(7);
        wal.save(directory, 2);
        wal.save(directory, 1);
        TimelineHistory two = TimelineHistory.parse("1 " + new Lsn(last.position() + 40) + " promoted\n", 2);
        try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, two, far)) {
            assertThat(reader.next()).isPresent();
            reader.seek(last);
            assertThat(reader.next()).as(reader.endReason()).isPresent();
            reader.seek(HandMadeWal.START);
            assertThat(reader.next()).as(reader.endReason()).isPresent();
        }
    }

    /** The second record begins at 0x50, the third at 0x78; it goes over the page that begins at 0x2000. */
    @ParameterizedTest
    @CsvSource({
        "0x54, 9, incorrect resource manager data checksum in record at 0/100050",
        "0x68, 1, incorrect resource manager data checksum in record at 0/100050",
        "0x64, 1, incorrect resource manager data checksum in record at 0/100050",
        "0x50, 0, 'invalid record length at 0/100050: wanted 24, got 0'",
        "0x50, 23, 'invalid record length at 0/100050: wanted 24, got 23'",
        "0x53, -1, 'invalid record length at 0/100050: wanted 24, got 4278190114'",
        "0x58, 0, record with incorrect prev-link 0/100000 at 0/100050",
        "0x61, 22, invalid resource manager ID 22 at 0/100050",
        "0x2000, 0, 'invalid magic number D100 in log segment 000000010000000000000001, offset 8192'",
        "0x2002, 0, there is no contrecord flag at 0/102000",
        "0x2002, 0x11, 'invalid info bits 0011 in log segment 000000010000000000000001, offset 8192'",
        "0x2002, 3, 'invalid info bits 0003 in log segment 000000010000000000000001, offset 8192'",
        "0x2004, 0, 'out-of-sequence timeline ID 0 (after 1) in log segment 000000010000000000000001, offset 8192'",
        "0x200A, 0, 'unexpected pageaddr 0/2000 in log segment 000000010000000000000001, offset 8192'",
        "0x2010, 1, invalid contrecord length 12801 (expected 12928) at 0/102000"
    })
    void theLogEndsAtWhatCannotBe(String offset, int value, String expected) throws IOException {
        wal.commit(5);
        wal.commit(6);
        wal.record(HEAP, 0, 7, 21_000 - 24);
        wal.commit(8);
        wal.bytes.put(Integer.decode(offset), (byte) value);
        List<WalRecord> found = read();
        assertThat(reason).isEqualTo(expected);
        assertThat(end.position()).isEqualTo(found.get(found.size() - 1).end().position());
        assertThat(found.size()).isLessThan(4);
    }

    @ParameterizedTest
    @CsvSource({
        "0x100018, 78, its system identifier is 78",
        "0x100023, 2, incorrect segment size in page header",
        "0x100026, 1, incorrect XLOG_BLCKSZ in page header"
    })
    void aSegmentOfAnotherClusterIsNotRead(String offset, int value, String expected) throws IOException {
        wal.switchSegment();
        wal.commit(5);
        wal.bytes.put(Integer.decode(offset), (byte) value);
        assertThat(read()).hasSize(1);
        assertThat(reason)
                .startsWith("WAL file is from different database system: ")
                .contains(expected);
    }

    @Test
    void resourceManagersOfExtensionsAreKnownFromFifteenOn() throws IOException {
        wal.record(128, 0, 5, 10);
        assertThat(read()).hasSize(1);
        HandMadeWal old = new HandMadeWal();
        old.magic = 0xD10D;
        old.record(128, 0, 5, 10);
        old.save(directory, 1);
        assertThat(readFrom(HandMadeWal.START, ONE)).isEmpty();
        assertThat(reason).isEqualTo("invalid resource manager ID 128 at 0/100028");
    }

    @Test
    void readingStartsAtARecord() throws IOException {
        wal.commit(5);
        wal.record(HEAP, 0, 6, 10_000);
        Lsn last = wal.commit(7);
        wal.save(directory, 1);
        assertThat(readFrom(last, ONE)).hasSize(1);
        assertThat(readFrom(new Lsn(HandMadeWal.SEGMENT + HandMadeWal.PAGE), ONE))
                .isEmpty();
        assertThat(reason).isEqualTo("contrecord is requested by 0/102018");
        assertThat(readFrom(new Lsn(HandMadeWal.SEGMENT + 8), ONE)).isEmpty();
        assertThat(reason).isEqualTo("invalid record offset at 0/100008");
        assertThatThrownBy(() -> WalReader.at(directory, HandMadeWal.SEGMENT, ONE, new Lsn(4)))
                .hasMessage("not the start of a WAL record: 0/4");
    }

    @Test
    void aSixteenComplainsInItsOwnWords() throws IOException {
        wal.magic = 0xD113;
        wal.commit(5);
        assertThat(read()).hasSize(1);
        assertThat(reason).isEqualTo("invalid record length at 0/100050: expected at least 24, got 0");
        wal.bytes.put(0, (byte) 0);
        assertThat(read()).isEmpty();
        assertThat(reason).startsWith("invalid magic number D100 in log segment");
    }

    @Test
    void theFirstRecordBehindAnyPlaceIsFound() throws IOException {
        Lsn first = wal.commit(5);
        Lsn second = wal.record(HEAP, 0, 6, 30_000);
        Lsn third = wal.commit(7);
        wal.save(directory, 1);
        assertThat(found(new Lsn(HandMadeWal.SEGMENT))).contains(first);
        assertThat(found(first)).contains(first);
        assertThat(found(new Lsn(first.position() + 1))).contains(second);
        assertThat(found(new Lsn(second.position() + 20_000))).contains(third);
        assertThat(found(new Lsn(third.position() + 1))).isEmpty();
    }

    private Optional<Lsn> found(Lsn place) {
        try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, ONE, HandMadeWal.START)) {
            return reader.find(place) ? reader.next().map(WalRecord::start) : Optional.empty();
        }
    }

    @Test
    void nothingIsReadBehindTheEndThatWasAskedFor() throws IOException {
        wal.commit(5);
        Lsn second = wal.record(HEAP, 0, 6, 30_000);
        Lsn third = wal.commit(7);
        wal.save(directory, 1);
        assertThat(until(third)).isEqualTo(2);
        assertThat(until(new Lsn(third.position() - 8))).isEqualTo(1);
        assertThat(until(new Lsn(second.position() + 8))).isEqualTo(1);
        assertThat(until(new Lsn(third.position() + 34))).isEqualTo(3);
    }

    private int until(Lsn place) {
        try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, ONE, HandMadeWal.START)
                .until(place)) {
            int count = 0;
            while (reader.next().isPresent()) {
                count++;
            }
            assertThat(reader.reachedLimit()).isTrue();
            return count;
        }
    }

    @Test
    void readingGoesOnWhereTheServerHasWrittenOn() throws IOException {
        wal.commit(5);
        wal.save(directory, 1);
        try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, ONE, HandMadeWal.START)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
            Lsn more = wal.commit(6);
            wal.save(directory, 1);
            reader.retry();
            assertThat(reader.next()).map(WalRecord::start).contains(more);
        }
    }

    @Test
    void aRecordsContentIsTakenApart() throws IOException {
        byte[] payload = {
            0,
            0x30,
            2,
            0,
            3,
            0,
            7,
            0,
            3,
            0x7F,
            6,
            0,
            0,
            5,
            0,
            0,
            0,
            9,
            0,
            0,
            0,
            4,
            0,
            0,
            0,
            1,
            (byte) 0x82,
            0,
            0,
            8,
            0,
            0,
            0,
            (byte) 253,
            3,
            0,
            (byte) 255,
            4,
            'a',
            'b',
            'c',
            'x',
            'y',
            1,
            2,
            3,
            4
        };
        wal.record(HEAP, 0, 5, payload);
        wal.save(directory, 1);
        try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, ONE, HandMadeWal.START)
                .withContents()) {
            assertThat(reader.next()).isPresent();
            RecordContent content = reader.content();
            assertThat(content.origin()).isEqualTo(3);
            assertThat(content.imageBytes()).isEqualTo(3);
            assertThat(content.data().getInt(0)).isEqualTo(0x04030201);
            BlockReference first = content.blocks().get(0);
            assertThat(first.relation()).hasToString("1663/5/9");
            assertThat(first.image()).contains(new BlockReference.Image(3, 7, 8189, true, ""));
            assertThat(first.data().get(1)).isEqualTo((byte) 'y');
            assertThat(content.blocks().get(1).forkName()).isEqualTo("vm");
            assertThat(content.blocks().get(1).relation()).isEqualTo(first.relation());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0x00, 5, true, false",
        "1, 0x80, 5, true, false",
        "1, 0x00, 0, false, false",
        "1, 0x30, 0, true, false",
        "1, 0xB0, 0, true, false",
        "1, 0x20, 5, false, false",
        "1, 0x10, 5, false, false",
        "0, 0x00, 0, false, true",
        "0, 0x10, 0, false, true",
        "0, 0x30, 5, false, false",
        "10, 0x00, 5, false, false"
    })
    void aRecordSaysWhatItDoes(int manager, String info, long transaction, boolean commit, boolean checkpoint) {
        Lsn lsn = new Lsn(0);
        WalRecord record = new WalRecord(lsn, lsn, lsn, transaction, manager, Integer.decode(info), 0, 24);
        assertThat(record.isCommit()).isEqualTo(commit);
        assertThat(record.isCheckpoint()).isEqualTo(checkpoint);
    }

    private List<WalRecord> read() throws IOException {
        wal.save(directory, 1);
        return readFrom(HandMadeWal.START, ONE);
    }

    private List<WalRecord> readFrom(Lsn start, TimelineHistory history) {
        List<WalRecord> found = new ArrayList<>();
        try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, history, start)) {
            Optional<WalRecord> next = reader.next();
            while (next.isPresent()) {
                assertThat(reader.endReason()).isEmpty();
                found.add(next.get());
                assertThat(reader.end()).isEqualTo(next.get().end());
                next = reader.next();
            }
            assertThat(reader.next()).isEmpty();
            reason = reader.endReason();
            end = reader.end();
        }
        return found;
    }
}
