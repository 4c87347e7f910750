package dev.pgduo.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownBordersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13 | 15 | slot_name, active | slot_name, two_phase, active | 14",
                "9 | 15 | recovery.conf | standby.signal | 12",
                "9 | 13 | sent_location | sent_lsn | 10",
                "12 | 15 | wal_keep_segments | wal_keep_size | 13",
                "10 | 15 | one | other | 0",
                "9 | 18 | recovery.conf sent_location | standby.signal sent_lsn | 0",
                "14 | 15 | slot_name | slot_name two_phase | 0"
            })
    void areWhereTheNameCameOrWent(int below, int above, String first, String second, int border) {
        assertThat(KnownBorders.between(below, above, List.of(first), List.of(second)))
                .isEqualTo(border == 0 ? OptionalInt.empty() : OptionalInt.of(border));
    }
}
