package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SinkTest {
    private static final int BUFFER = 1 << 16;

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final Sink sink = new Sink(stream);

    /** Whatever is put in whatever portions comes out, also around the ends of the buffer. */
    @Test
    void keepsWhatIsPutInOrder() throws IOException {
        Random random = new Random(4);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            int size = random.nextInt(4) == 0 ? BUFFER - 2 + random.nextInt(4) : random.nextInt(3000);
            String text = Integer.toString(i % 10).repeat(size);
            switch (random.nextInt(5)) {
                case 0 -> {
                    sink.put(text.getBytes(StandardCharsets.US_ASCII));
                    expected.append(text);
                }
                case 1 -> {
                    sink.spaces(size);
                    expected.append(" ".repeat(size));
                }
                case 2 -> {
                    sink.repeat("─", size % 100);
                    expected.append("─".repeat(size % 100));
                }
                case 3 -> {
                    sink.line("é");
                    sink.text("x");
                    expected.append("é\nx");
                }
                default -> {
                    sink.put('y');
                    expected.append('y');
                }
            }
        }
        sink.flush();
        assertThat(stream.toString(StandardCharsets.UTF_8).equals(expected.toString()))
                .isTrue();
    }

    @Test
    void writesOnlyWhatDoesNotFit() throws IOException {
        sink.put(new byte[BUFFER - 1]);
        sink.put('a');
        assertThat(stream.size()).isZero();
        sink.put('b');
        assertThat(stream.size()).isEqualTo(BUFFER);
        sink.put(new byte[BUFFER - 1]);
        assertThat(stream.size()).isEqualTo(BUFFER);
        sink.put(new byte[BUFFER]);
        assertThat(stream.size()).isEqualTo(2 * BUFFER);
        sink.put(new byte[BUFFER + 1]);
        assertThat(stream.size()).isEqualTo(4 * BUFFER + 1);
        sink.put('c');
        sink.flush();
        assertThat(stream.size()).isEqualTo(4 * BUFFER + 2);
    }

    @Test
    void flushesItsStream() throws IOException {
        boolean[] flushed = {false};
        Sink other = new Sink(new ByteArrayOutputStream() {
            @Override
            public void flush() {
                flushed[0] = true;
            }
        });
        other.text("a");
        assertThat(flushed[0]).isFalse();
        other.flush();
        assertThat(flushed[0]).isTrue();
    }
}
