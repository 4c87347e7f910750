package dev.pgduo.replay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.replay.shard.Plan;
import dev.pgduo.replay.shard.Shard;
import dev.pgduo.report.LabException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final VerifyResult.Unavailable NONE =
            new VerifyResult.Unavailable("99", List.of(2), List.of("ERROR:  none"));

    @Test
    void runsComeInThePlansOrder() {
        VerifyResult merged = Merge.of(files(result("h", 2, 2, 4, 4, 1), result("h", 1, 2, 4, 2, 3)));
        assertThat(merged.runs()).extracting(VerifyResult.Run::cell).containsExactly(1, 2, 3, 4);
        assertThat(merged.plan()).isEqualTo(new Plan("h", 4, Shard.ALL));
        assertThat(Merge.of(files(merged))).isEqualTo(merged);
    }

    @Test
    void serversThatCouldNotBeHadAreNoHoles() {
        VerifyResult with = new VerifyResult(
                "1", plan("h", 1, 1, 2), result("h", 1, 1, 2, 1).runs(), List.of(NONE));
        assertThat(Merge.of(files(with)).unavailable()).containsExactly(NONE);
    }

    @Test
    void aMissingShardIsNamed() {
        assertRefused("there is no result of shards 1, 3 of 3", result("h", 2, 3, 1, 1));
    }

    @Test
    void theSameShardTwice() {
        assertRefused(
                "\"1.json\" and \"2.json\" are both of shard 1/2", result("h", 1, 2, 2, 1), result("h", 1, 2, 2, 2));
    }

    @Test
    void anotherPlan() {
        String words = "\"1.json\" and \"2.json\" are of different plans";
        assertRefused(words, result("h", 1, 2, 2, 1), result("g", 2, 2, 2, 2));
        assertRefused(words, result("h", 1, 2, 2, 1), result("h", 2, 2, 3, 2));
        assertRefused(words, result("h", 1, 2, 2, 1), result("h", 2, 3, 2, 2));
    }

    @Test
    void aHole() {
        assertRefused("the results do not have all labs of the plan", result("h", 1, 2, 3, 1), result("h", 2, 2, 3, 2));
        assertRefused("the results do not have all labs of the plan", result("h", 1, 1, 1, 1, 2));
    }

    @Test
    void aDuplicate() {
        assertRefused(
                "lab 1 of the plan is both in \"1.json\" and in \"2.json\"",
                result("h", 1, 2, 2, 1),
                result("h", 2, 2, 2, 1, 2));
        assertRefused("lab 2 of the plan is twice in \"1.json\"", result("h", 1, 1, 2, 2, 2));
    }

    private static void assertRefused(String words, VerifyResult... results) {
        assertThatThrownBy(() -> Merge.of(files(results)))
                .isInstanceOf(LabException.class)
                .hasMessage(words);
    }

    private static Map<String, VerifyResult> files(VerifyResult... results) {
        Map<String, VerifyResult> files = new LinkedHashMap<>();
        for (VerifyResult result : results) {
            files.put(files.size() + 1 + ".json", result);
        }
        return files;
    }

    private static Plan plan(String hash, int number, int of, int cells) {
        return new Plan(hash, cells, new Shard(number, of));
    }

    private static VerifyResult result(String hash, int number, int of, int cells, int... played) {
        List<VerifyResult.Run> runs = Arrays.stream(played)
                .mapToObj(cell -> new VerifyResult.Run(cell, Outcomes.played(cell + ".lab", "15", "15.1", 100)))
                .toList();
        return new VerifyResult("1", plan(hash, number, of, cells), runs, List.of());
    }
}
