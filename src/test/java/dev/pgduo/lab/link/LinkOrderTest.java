package dev.pgduo.lab.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.lab.link.Toxic.Attribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pgduo and the link's process write for each other. */
class LinkOrderTest {
    private static final LinkOrder ORDER = new LinkOrder(7, 5432, List.of())
            .with(Toxic.of("cut-b", Toxic.Type.TIMEOUT, Map.of(), Stream.values()))
            .with(Toxic.of(
                    "delay-b",
                    Toxic.Type.LATENCY,
                    Map.of(Attribute.LATENCY, 200L, Attribute.JITTER, 10L),
                    Stream.DOWNSTREAM));

    @TempDir
    Path directory = Path.of("");

    @Test
    void anOrderPassesThroughItsFile() throws IOException {
        Path file = directory.resolve("order");
        assertThat(LinkOrder.read(file)).isEmpty();
        ORDER.write(file);
        assertThat(LinkOrder.read(file)).contains(ORDER);
        assertThat(file).content().contains("delay-b latency downstream latency=200 jitter=10");
        assertThat(ORDER.without("cut-b").toxics()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7\n",
                "7 5432\ncut-b\n",
                "7 5432\ncut-b fire upstream\n",
                "7 5432\ncut-b timeout sideways\n",
                "7 5432\ncut-b latency upstream latency\n",
                "7 5432\ncut-b latency upstream latency=much\n",
                "x 5432\n"
            })
    void aDamagedOrderIsAnError(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("order"), text);
        assertThatThrownBy(() -> LinkOrder.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aStatePassesThroughItsLine() {
        LinkState state = new LinkState(
                3, 40000, new LinkState.Bytes(10, 9), new LinkState.Bytes(8, 7), 1, List.of(50000, 50001));
        assertThat(LinkState.parse(state.line())).contains(state);
        LinkState none = new LinkState(3, 40000, new LinkState.Bytes(0, 0), new LinkState.Bytes(0, 0), 0, List.of());
        assertThat(LinkState.parse(none.line())).contains(none);
        assertThat(LinkState.parse("3 40000")).isEmpty();
        assertThat(LinkState.parse("a b c d e f g h")).isEmpty();
    }
}
