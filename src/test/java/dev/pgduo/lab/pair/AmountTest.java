package dev.pgduo.lab.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void givesBytesInTheUnitThatFits() {
        assertThat(Amount.bytes(0)).isEqualTo("0 B");
        assertThat(Amount.bytes(1023)).isEqualTo("1023 B");
        assertThat(Amount.bytes(1536)).isEqualTo("1.5 kB");
        assertThat(Amount.bytes(16 << 20)).isEqualTo("16 MB");
        assertThat(Amount.bytes((1L << 30) - 1)).isEqualTo("1 GB");
        assertThat(Amount.bytes(3L << 40)).isEqualTo("3 TB");
    }

    @Test
    void givesSeconds() {
        assertThat(Amount.seconds(0)).isEqualTo("0.0 s");
        assertThat(Amount.seconds(12.3)).isEqualTo("12 s");
        assertThat(Amount.seconds(300)).isEqualTo("5 min");
    }
}
