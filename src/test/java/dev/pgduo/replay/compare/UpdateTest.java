package dev.pgduo.replay.compare;

import static dev.pgduo.replay.compare.Comparing.compare;
import static dev.pgduo.replay.compare.Comparing.expected;
import static dev.pgduo.replay.compare.Comparing.lines;
import static dev.pgduo.replay.compare.Comparing.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Rounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTest {
    private static final Rules RULES = Comparing.STANDARD;

    @Test
    void keepsVolatileValuesPatternsAndBlanks() {
        String recorded = "[12] LOG:  a\n...\nx* (glob)\nold\n\n";
        assertThat(update(recorded, "[99] LOG:  a\nb\nc\nxyz\nnew", RULES))
                .isEqualTo("[12] LOG:  a\n...\nx* (glob)\nnew\n\n");
    }

    @Test
    void tableWithVolatileChangesOnlyStays() {
        String recorded = TableText.aligned("pid", "12");
        assertThat(update(recorded, TableText.aligned("pid", "123456"), RULES)).isEqualTo(recorded);
    }

    @Test
    void tableWithAnyOtherChangeIsWrittenAnew() {
        List<String> columns = List.of("pid", "name");
        String recorded =
                "before\n" + TableText.aligned(columns, List.of(List.of("1", "a"), List.of("2", "b"))) + "after 1";
        String now =
                "before\n" + TableText.aligned(columns, List.of(List.of("100", "a"), List.of("200", "bb"))) + "after 1";
        assertThat(update(recorded, now, RULES)).isEqualTo(now);
    }

    @Test
    void emptyBlockGetsEverythingThatCame() {
        String now = TableText.aligned("t", "a");
        assertThat(update("", now, RULES)).isEqualTo(now);
        assertThat(update("gone", "", RULES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "a* (glob)", "[x (re)", "\\x ... (glob)"})
    void outputThatLooksLikeAPatternIsQuoted(String actual) {
        String updated = update("old", actual, RULES);
        assertThat(updated).endsWith(" (glob)");
        assertThat(compare(updated, actual).accepted()).isTrue();
        assertThat(compare(updated, "aa (glob)").accepted()).isFalse();
    }

    @Test
    void brokenRelationIsRewritten() {
        String recorded = "at 0/3000060\nat 0/3000060";
        String now = "at 0/5000060\nat 0/6000060";
        assertThat(compare(update(recorded, now, RULES), now).accepted()).isTrue();
    }

    @Test
    void randomBlocksMatchThemselvesAndTheirUpdate() {
        for (int seed = 0; seed < Rounds.of(400); seed++) {
            Random random = new Random(seed);
            String one = block(random);
            String other = random.nextBoolean() ? block(random) : mutated(one, random);
            assertThat(compare(one, one)).as("seed %d", seed).isInstanceOf(Comparison.Matched.class);
            Rules rules = random.nextBoolean() ? RULES : RULES.withMode(Rules.Mode.UNORDERED);
            String updated = update(one, other, rules);
            assertThat(compare(updated, other, rules))
                    .as("seed %d:%n%s%n->%n%s", seed, one, other)
                    .isInstanceOf(Comparison.Matched.class);
            assertThat(update(updated, other, rules)).isEqualTo(updated);
        }
    }

    @Test
    void randomOrderIsNoDifferenceToUnordered() {
        for (int seed = 0; seed < Rounds.of(100); seed++) {
            Random random = new Random(seed);
            List<String> columns = columns(random);
            List<List<String>> rows = rows(columns, random);
            String ordered = TableText.aligned(columns, rows);
            List<List<String>> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, random);
            assertThat(compare(ordered, TableText.aligned(columns, shuffled), RULES.withMode(Rules.Mode.UNORDERED)))
                    .as("seed %d", seed)
                    .isInstanceOf(Comparison.Matched.class);
        }
    }

    @Test
    void keptLinesNameTheirIndex() {
        assertThat(Update.of(expected("a\nb"), lines("a\nc"), RULES))
                .containsExactly(new UpdatedLine(0, "a", ""), new UpdatedLine(-1, "c", "c"));
    }

    private static String block(Random random) {
        StringBuilder block = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<String> columns = columns(random);
            switch (random.nextInt(4)) {
                case 0 ->
                    block.append(TableText.aligned(columns, rows(columns, random)))
                            .append('\n');
                case 1 ->
                    block.append(TableText.expanded(columns, rows(columns, random)))
                            .append('\n');
                default ->
                    block.append(word(random)).append(' ').append(word(random)).append('\n');
            }
        }
        return block.toString();
    }

    private static String mutated(String block, Random random) {
        List<String> lines = new ArrayList<>(lines(block));
        int at = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.remove(at);
        } else {
            lines.add(at, word(random));
        }
        return String.join("\n", lines);
    }

    private static List<String> columns(Random random) {
        List<String> names = new ArrayList<>(List.of("pid", "restart_lsn", "t", "имя", "n", "xmin"));
        Collections.shuffle(names, random);
        return names.subList(0, 1 + random.nextInt(4));
    }

    private static List<List<String>> rows(List<String> columns, Random random) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            rows.add(columns.stream().map(column -> word(random)).toList());
        }
        return rows;
    }

    private static String word(Random random) {
        List<String> words = List.of("", "a", "12", "0/3000060", "Привет", "表", "a | b", "x  y", "7", "...", "+", "f*");
        return words.get(random.nextInt(words.size()));
    }
}
