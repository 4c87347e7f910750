package dev.pgduo.shell.bar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {
    @Test
    void givesBytesInTheUnitThatFits() {
        assertThat(Sizes.bytes(0)).isEqualTo("0 B");
        assertThat(Sizes.bytes(1023)).isEqualTo("1023 B");
        assertThat(Sizes.bytes(1536)).isEqualTo("1.5 kB");
        assertThat(Sizes.bytes(16 << 20)).isEqualTo("16 MB");
        assertThat(Sizes.bytes((1L << 30) - 1)).isEqualTo("1 GB");
        assertThat(Sizes.bytes(3L << 40)).isEqualTo("3 TB");
    }

    @Test
    void givesSeconds() {
        assertThat(Sizes.seconds(0)).isEqualTo("0.0 s");
        assertThat(Sizes.seconds(12.3)).isEqualTo("12 s");
        assertThat(Sizes.seconds(300)).isEqualTo("5 min");
    }
}
