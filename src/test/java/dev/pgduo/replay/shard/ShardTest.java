package dev.pgduo.replay.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private static final Map<String, String> GITLAB = Map.of("CI_NODE_INDEX", "3", "CI_NODE_TOTAL", "4");
    private static final Map<String, String> KUBERNETES = Map.of("JOB_COMPLETION_INDEX", "0");

    @Test
    void isWrittenAsAFraction() {
        assertThat(Shard.parse("2/5", GITLAB)).isEqualTo(new Shard(2, 5)).hasToString("2/5");
    }

    @Test
    void isWhatTheVariablesSay() {
        assertThat(Shard.parse("auto", GITLAB)).isEqualTo(new Shard(3, 4));
        assertThat(Shard.parse("auto/4", GITLAB)).isEqualTo(new Shard(3, 4));
        assertThat(Shard.parse("auto/7", KUBERNETES)).isEqualTo(new Shard(1, 7));
        assertThat(Shard.parse("auto/1", Map.of())).isEqualTo(Shard.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0/5", "6/5", "1/0", "1", "a/b", "-1/2", "1/99999", "", "auto/", "auto/0", "01/0", "auto/3"})
    void otherWordsAreRefused(String word) {
        assertThatThrownBy(() -> Shard.parse(word, GITLAB)).isInstanceOf(LabException.class);
        assertThatThrownBy(() -> Shard.parse(word, Map.of())).isInstanceOf(LabException.class);
    }

    @Test
    void variablesThatAreNoShardAreRefused() {
        assertThatThrownBy(() -> Shard.parse("auto", KUBERNETES)).hasMessageContaining("no variable");
        assertThatThrownBy(() -> Shard.parse("auto/3", Map.of("JOB_COMPLETION_INDEX", "3")))
                .hasMessage("invalid value for JOB_COMPLETION_INDEX: \"3\"");
        assertThatThrownBy(() -> Shard.parse("auto/3", Map.of("JOB_COMPLETION_INDEX", "x")))
                .hasMessageContaining("JOB_COMPLETION_INDEX");
        assertThatThrownBy(() -> Shard.parse("auto", Map.of("CI_NODE_INDEX", "5", "CI_NODE_TOTAL", "4")))
                .hasMessageContaining("CI_NODE_INDEX");
    }
}
