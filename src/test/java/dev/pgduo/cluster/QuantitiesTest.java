package dev.pgduo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import dev.pgduo.wire.Endpoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"0/63000000, 0/63000000", "16/b374d848, 16/B374D848", "FFFFFFFF/FFFFFFFF, FFFFFFFF/FFFFFFFF"})
    void readsAndPrintsLsn(String text, String printed) {
        assertThat(Lsn.parse(text)).hasToString(printed);
    }

    @Test
    void comparesLsnAsUnsigned() {
        assertThat(Lsn.parse("FFFFFFFF/0")).isGreaterThan(Lsn.parse("1/0"));
        assertThat(Lsn.parse("1/10").minus(Lsn.parse("0/FFFFFFF0"))).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "/1", "0/123456789", "g/1"})
    void refusesWhatIsNoLsn(String text) {
        assertThatThrownBy(() -> Lsn.parse(text)).hasMessageContaining("invalid input syntax for type pg_lsn");
    }

    @ParameterizedTest
    @CsvSource({
        "Slot, contains invalid character",
        "a-b, contains invalid character",
        "'', too short",
        "a234567890123456789012345678901234567890123456789012345678901234, too long"
    })
    void refusesSlotNamesAsTheServerDoes(String name, String why) {
        assertThatThrownBy(() -> new SlotName(name))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(why);
    }

    @Test
    void knowsItsNodes() {
        assertThat(NodeName.parse("A")).isEqualTo(NodeName.A);
        assertThat(NodeName.B.other()).hasToString("a");
        assertThatThrownBy(() -> NodeName.parse("c")).hasMessage("node \"c\" does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "x", "-1", ""})
    void refusesWhatIsNoPort(String text) {
        assertThatThrownBy(() -> Port.parse(text)).isInstanceOf(LabException.class);
    }

    @Test
    void writesConninfo() {
        assertThat(new Upstream(Endpoint.of("127.0.0.1", 5432, "it's me", "postgres"), Optional.empty())
                        .conninfo("b", new Capabilities(16)))
                .isEqualTo("user='it\\'s me' host=127.0.0.1 port=5432 application_name=b");
    }
}
