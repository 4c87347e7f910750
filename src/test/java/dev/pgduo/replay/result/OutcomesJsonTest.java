package dev.pgduo.replay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.Golden;
import dev.pgduo.replay.shard.Plan;
import dev.pgduo.replay.shard.Shard;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class OutcomesJsonTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void writesEveryRunWithItsDifferences() throws IOException {
        Finding drift = Outcomes.diff(7, "-\"a\" \\ b", "+\t\u0001Ж");
        Finding error = Finding.error(9, Optional.empty(), List.of("ERROR:  x"));
        StringWriter out = new StringWriter();
        VerifyResult result = new VerifyResult(
                "1.2.3",
                new Plan("abc", 7, new Shard(2, 3)),
                List.of(
                        new VerifyResult.Run(2, Outcomes.played("a.lab", "15", "15.20", 1250, drift, error)),
                        new VerifyResult.Run(3, Outcomes.skipped("b.lab", "9.6", "9.6.24", "not for it")),
                        new VerifyResult.Run(
                                5,
                                LabOutcome.of(
                                        Outcomes.cell("c.lab", "15", "15.20"),
                                        Duration.ZERO,
                                        List.of(new StepOutcome(
                                                "S › x",
                                                4,
                                                Duration.ofMillis(1500),
                                                true,
                                                StepOutcome.Comparing.UNFILLED,
                                                List.of()))))),
                List.of(new VerifyResult.Unavailable("99", List.of(6), List.of("ERROR:  none", "HINT:  x"))));
        OutcomesJson.write(result, out);
        Map<String, ?> schema = object(json(Files.readString(Path.of("docs/verify.schema.json"))));
        assertAllows(schema, json(out.toString()), "");
        Golden.assertSame(OutcomesJsonTest.class, "outcomes.json", out.toString());
        Path file = Files.writeString(directory.resolve("x.json"), out.toString());
        assertThat(OutcomesReader.read(file.toString())).isEqualTo(result);
    }

    @Test
    void refusesWhatItDidNotWrite() throws IOException {
        assertRefused("{\"schema\": 1,\n \"plan\": [}", "x.json:2: ERROR:  \"", "is no result of verify");
        assertRefused("[1]", "The file is no JSON object.");
        assertRefused("", "The file is no JSON object.");
        assertRefused("{\"schema\": 1, \"runs\": []}", "The field \"plan\" is missing.");
        assertRefused(
                "{\"plan\": {\"hash\": \"a\", \"cells\": 1.5, \"shard\": 1, \"shards\": 1}, \"pgduo\": \"1\"}",
                "The field \"cells\" is not as it should be.");
        assertRefused("{\"pgduo\": 1, \"plan\": {\"shard\": 3, \"shards\": 2}}", "3/2");
    }

    private void assertRefused(String json, String... words) throws IOException {
        Path file = Files.writeString(directory.resolve("x.json"), json);
        assertThatThrownBy(() -> OutcomesReader.read(file.toString()))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.report().render()).contains(words));
    }

    /** JSON is YAML. */
    private static Object json(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> object(@Nullable Object value) {
        return (Map<String, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    /** As far as this schema goes: types, values, required fields and no others. */
    private static void assertAllows(Map<String, ?> schema, Object value, String place) {
        if (value instanceof Map<?, ?> fields) {
            assertThat(schema.get("type")).as(place).isEqualTo("object");
            Map<String, ?> properties = object(schema.get("properties"));
            assertThat(fields.keySet().containsAll(list(schema.get("required"))))
                    .as(place)
                    .isTrue();
            fields.forEach((name, inside) -> {
                assertThat(properties).as(place).containsKey((String) name);
                assertAllows(object(properties.get(name)), inside, place + "/" + name);
            });
        } else if (value instanceof List<?> items) {
            assertThat(schema.get("type")).as(place).isEqualTo("array");
            items.forEach(item -> assertAllows(object(schema.get("items")), item, place + "[]"));
        } else {
            Class<?> type = switch (String.valueOf(schema.get("type"))) {
                case "integer" -> Integer.class;
                case "number" -> Double.class;
                case "boolean" -> Boolean.class;
                default -> String.class;
            };
            assertThat(value).as(place).isInstanceOf(type);
            if (schema.get("enum") instanceof List<?> allowed) {
                assertThat(allowed.contains(value)).as(place).isTrue();
            }
        }
    }
}
