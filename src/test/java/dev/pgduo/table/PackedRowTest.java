package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PackedRowTest {
    @Test
    void keepsCellsNullsAndLongTexts() {
        byte[] text = "x".repeat(70_000).getBytes(StandardCharsets.UTF_8);
        PackedRow row = PackedRow.of(new byte[][] {{}, null, text, {0, -1}});

        assertThat(row.columns()).isEqualTo(4);
        assertThat(row.cells()).isDeepEqualTo(new byte[][] {{}, null, text, {0, -1}});
    }

    @Test
    void mayBeEmpty() {
        assertThat(PackedRow.of(new byte[0][]).bytes()).containsExactly(0, 0);
        assertThat(new PackedRow(new byte[] {0, 0}).cells()).isEmpty();
    }
}
