package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The columns that a newer server has and the lab does not: a reader is told their names. */
class NewColumnsTest {
    private static final String TABLE = " n | t \n---+---\n 1 | a\n(1 row)";

    private static List<String> added(String expected, String actual) {
        return NewColumns.in(Comparing.diff(expected, actual, Comparing.STANDARD));
    }

    @Test
    void areNamedInTheirOrder() {
        assertThat(added(TABLE, " n | t | spill \n---+---+-------\n 1 | a | 7\n(1 row)"))
                .containsExactly("spill");
        assertThat(added("SET\n" + TABLE, "SET\n total | n | x | t \n-------+---+---+---\n     1 | 1 | 2 | a\n(1 row)"))
                .containsExactly("total", "x");
        assertThat(added(" n \n---\n 1\n(1 row)", " n | t \n---+---\n 1 | a\n(1 row)"))
                .containsExactly("t");
    }

    @Test
    void areNoneWhereSomethingElseDiffers() {
        assertThat(added(TABLE, TABLE.replace("a", "b"))).isEmpty();
        assertThat(added(TABLE, " n | u \n---+---\n 1 | a\n(1 row)")).isEmpty();
        assertThat(added(TABLE, " n | u | v \n---+---+---\n 1 | a | 7\n(1 row)"))
                .isEmpty();
        assertThat(added(TABLE, "ERROR:  no")).isEmpty();
        assertThat(added("ERROR:  no", TABLE)).isEmpty();
        assertThat(added("one\n2", "one\n3")).isEmpty();
    }
}
