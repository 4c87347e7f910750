package dev.pgduo.cluster.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.quantity.Lsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalSegmentTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0/2000028, 16777216, 000000010000000000000002",
        "2, 1/0, 16777216, 000000020000000100000000",
        "1, 0/FFFFFFFF, 16777216, 0000000100000000000000FF",
        "3, 2/40000000, 1073741824, 000000030000000200000001",
        "1, A/BCDEF012, 1048576, 000000010000000A00000BCD"
    })
    void segmentsHaveTheServersNames(long timeline, String lsn, long size, String name) {
        assertThat(WalSegment.of(timeline, Lsn.parse(lsn), size).name()).isEqualTo(name);
    }

    @Test
    void aPlaceIsBetweenItsSegmentsStartAndEnd() {
        WalSegment segment = WalSegment.of(1, Lsn.parse("1/FF"), 1 << 20);
        assertThat(segment.start()).isEqualTo(Lsn.parse("1/0"));
        assertThat(segment.end()).isEqualTo(Lsn.parse("1/100000"));
        assertThatThrownBy(() -> new WalSegment(1, Lsn.parse("1/FF"), 1 << 20)).hasMessageContaining("1/FF");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 19, (1 << 20) + 1, 3 << 20, 1L << 31})
    void aSizeIsAPowerOfTwoFromOneMegabyteToOneGigabyte(long size) {
        assertThatThrownBy(() -> WalSegment.of(1, new Lsn(0), size)).hasMessageContaining("size of a WAL segment");
    }
}
