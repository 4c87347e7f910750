package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ByteTextTest {
    @Test
    void readsUtf8() {
        byte[] bytes = "select 'é 日本 👍 \ufffd'".getBytes(StandardCharsets.UTF_8);

        assertThat(ByteText.decode(bytes)).isEqualTo("select 'é 日本 👍 \ufffd'");
        assertThat(ByteText.encode(ByteText.decode(bytes))).isEqualTo(bytes);
    }

    @Test
    void keepsEveryByteThatIsNotUtf8() {
        Random random = new Random(20);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);

            assertThat(ByteText.encode(ByteText.decode(bytes))).isEqualTo(bytes);
        }
    }
}
