package dev.pgduo.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.Golden;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class EmittedJobTest {
    private static final CommandWords WORDS = new CommandWords(List.of("labs", "it's $(HOME).lab"))
            .with("--pg", "9.6,10-18")
            .with("--strict", true)
            .with("--jobs", (String) null);

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab", "k8s"})
    void isWritten(String service) {
        String text = String.join("\n", EmittedJob.of(service, 3, 20, WORDS)) + "\n";
        assertThat(text).doesNotContainPattern("@[A-Z]+@");
        Golden.assertSame(EmittedJobTest.class, "emit-" + service + ".txt", text);
        assertThat(yaml(text)).isNotEmpty();
    }

    @Test
    void aShardOfGithubIsAJobOfItsMatrix() {
        Map<String, ?> verify = map(map(yaml(github(256)).get("jobs")).get("verify"));
        List<?> shards =
                (List<?>) map(map(verify.get("strategy")).get("matrix")).get("shard");
        assertThat(shards).isEqualTo(IntStream.rangeClosed(1, 256).boxed().toList());
    }

    @Test
    void whatAServiceDoesNotTakeIsRefused() {
        assertThatThrownBy(() -> github(257)).hasMessage("invalid number for --shards: 257");
        assertThatThrownBy(() -> github(0)).isInstanceOf(LabException.class);
        assertThatThrownBy(() -> EmittedJob.of("gitlab", 201, 300, WORDS)).isInstanceOf(LabException.class);
        assertThatThrownBy(() -> EmittedJob.of("github", 6, 5, WORDS)).isInstanceOf(LabException.class);
        assertThatThrownBy(() -> EmittedJob.of("jenkins", 6, 9, WORDS)).isInstanceOf(LabException.class);
        assertThatThrownBy(() -> EmittedJob.of("github", null, 9, WORDS)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> EmittedJob.of("github", 1, 9, new CommandWords(List.of("a\nb"))))
                .isInstanceOf(LabException.class);
    }

    private static String github(int shards) {
        return String.join("\n", EmittedJob.of("github", shards, 300, WORDS));
    }

    private static Map<String, ?> yaml(String text) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(@Nullable Object value) {
        return (Map<String, ?>) Objects.requireNonNull(value);
    }
}
