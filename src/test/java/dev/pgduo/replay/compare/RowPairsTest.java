package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowPairsTest {
    private static RowPairs pairs(String... agreeing) {
        return new RowPairs(agreeing.length, 4, (left, right) -> agreeing[left].indexOf((char) ('0' + right)) >= 0);
    }

    @Test
    void rowsThatHaveNoPartnerComeLastOrWhereTheyAreWanted() {
        assertThat(pairs("2", "0").order(-1)).containsExactly(2, 0, 1, 3);
        assertThat(pairs("2", "0").order(0)).containsExactly(1, 3, 2, 0);
        assertThat(pairs("2", "0").order(1)).containsExactly(2, 1, 3, 0);
        assertThat(pairs("2", "0").order(2)).containsExactly(2, 0, 1, 3);
        assertThat(pairs("2", "", "0").order(-1)).containsExactly(2, 0, 1, 3);
        assertThat(pairs().order(0)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aRowGivesItsPartnerToOneThatHasNoOther() {
        assertThat(pairs("01", "0").order(-1)).startsWith(1, 0);
        assertThat(pairs("01", "12", "0").order(-1)).startsWith(1, 2, 0);
        assertThat(pairs("0", "01", "12", "23").order(-1)).containsExactly(0, 1, 2, 3);
        assertThat(pairs("3", "23", "123", "0123").order(-1)).containsExactly(3, 2, 1, 0);
    }

    @Test
    void equalKeysArePairedFirstInTheirOrder() {
        RowPairs all = pairs("0123", "0123", "0123");
        assertThat(all.likely(i -> "abb".substring(i, i + 1), i -> "bbxa".substring(i, i + 1))
                        .order(-1))
                .containsExactly(3, 0, 1, 2);
        RowPairs some = pairs("123", "0123");
        assertThat(some.likely(i -> "a", i -> i == 0 ? "a" : "b").order(-1)).startsWith(1, 0);
        RowPairs twice = pairs("0123", "0123");
        assertThat(twice.likely(i -> "ax".substring(i, i + 1), i -> "yyya".substring(i, i + 1))
                        .likely(i -> "zz".substring(i, i + 1), i -> "zyyz".substring(i, i + 1))
                        .order(-1))
                .startsWith(3, 0);
    }

    /** As many as there can be, by trying all ways. */
    @Test
    void asManyAsPossibleFindPartners() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int expected = random.nextInt(6);
            int actual = random.nextInt(6);
            boolean[][] agree = new boolean[expected][actual];
            for (boolean[] row : agree) {
                for (int i = 0; i < actual; i++) {
                    row[i] = random.nextInt(3) == 0;
                }
            }
            List<Integer> order = new RowPairs(expected, actual, (l, r) -> agree[l][r]).order(-1);
            List<Integer> sorted = new ArrayList<>(order);
            sorted.sort(null);
            assertThat(sorted).as("seed %s", seed).hasSize(actual).doesNotHaveDuplicates();
            assertThat(paired(agree, order)).as("seed %s", seed).isEqualTo(most(agree, 0, 0));
        }
    }

    /** How many of the rows, taken in this order, go to expected ones in theirs. */
    private static int paired(boolean[][] agree, List<Integer> order) {
        int[][] longest = new int[agree.length + 1][order.size() + 1];
        for (int l = 1; l <= agree.length; l++) {
            for (int r = 1; r <= order.size(); r++) {
                int both = longest[l - 1][r - 1] + (agree[l - 1][order.get(r - 1)] ? 1 : 0);
                longest[l][r] = Math.max(both, Math.max(longest[l - 1][r], longest[l][r - 1]));
            }
        }
        return longest[agree.length][order.size()];
    }

    private static int most(boolean[][] agree, int left, int taken) {
        if (left == agree.length) {
            return 0;
        }
        int most = most(agree, left + 1, taken);
        for (int r = 0; r < agree[left].length; r++) {
            if (agree[left][r] && (taken & 1 << r) == 0) {
                most = Math.max(most, 1 + most(agree, left + 1, taken | 1 << r));
            }
        }
        return most;
    }
}
