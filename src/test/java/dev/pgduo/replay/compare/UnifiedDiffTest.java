package dev.pgduo.replay.compare;

import static dev.pgduo.replay.compare.Comparing.expected;
import static dev.pgduo.replay.compare.Comparing.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
    @Test
    void volatileLinesAreContextAndNumbersAreTheFiles() {
        assertThat(diff("pid 1\na\nb\nc\nd", "pid 9\na\nx\nc\nd", List.of(11, 12, 13, 14, 15)))
                .isEqualTo("""
                        --- t.lab (expected)
                        +++ t.lab (actual)
                        @@ -11,5 +11,5 @@
                         pid 1
                         a
                        -b
                        +x
                         c
                         d
                        """);
    }

    @Test
    void anErrorThatDotsWouldHideIsShown() {
        assertThat(diff("...\nconfirmed\n...", "begun\nERROR:  nothing of it\nDETAIL:  Who knows.", List.of(3, 4, 5)))
                .isEqualTo("""
                        --- t.lab (expected)
                        +++ t.lab (actual)
                        @@ -3,3 +3,4 @@
                         ...
                        -confirmed
                        +ERROR:  nothing of it
                        +DETAIL:  Who knows.
                         ...
                        """);
    }

    @Test
    void nothingExpected() {
        assertThat(diff("", "x", List.of())).isEqualTo("""
                        --- t.lab (expected)
                        +++ t.lab (actual)
                        @@ -7,0 +8,1 @@
                        +x
                        """);
    }

    @Test
    void distantDifferencesMakeTwoHunks() {
        String diff = diff(
                "a\n1\n2\n3\n4\n5\n6\n7\n8\nb",
                "A\n1\n2\n3\n4\n5\n6\n7\n8\nB\nC",
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(diff).contains("@@ -1,4 +1,4 @@").contains("@@ -7,4 +7,5 @@");
    }

    @Test
    void lineNumbersOfLaterHunksCountWhatEarlierOnesAdded() {
        List<Integer> numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        String expected = "a\n1\n2\n3\n4\n5\n6\n7\n8\nb";
        assertThat(diff(expected, "A\nAA\nAAA\n1\n2\n3\n4\n5\n6\n7\n8\nB", numbers))
                .contains("@@ -1,4 +1,6 @@")
                .contains("@@ -7,4 +9,4 @@");
        assertThat(diff(expected, "1\n2\n3\n4\n5\n6\n7\n8\nB", numbers))
                .contains("@@ -1,4 +1,3 @@")
                .contains("@@ -7,4 +6,4 @@");
    }

    /** Three lines of context on each side: what is closer than that is told together. */
    @Test
    void differencesThatShareTheirContextAreOneHunk() {
        assertThat(diff("a\n1\n2\n3\n4\n5\nb", "A\n1\n2\n3\n4\n5\nB", List.of(1, 2, 3, 4, 5, 6, 7)))
                .contains("@@ -1,7 +1,7 @@")
                .containsOnlyOnce("@@ -");
        assertThat(diff("a\n1\n2\n3\n4\n5\n6\nb", "A\n1\n2\n3\n4\n5\n6\nB", List.of(1, 2, 3, 4, 5, 6, 7, 8)))
                .contains("@@ -1,4 +1,4 @@")
                .contains("@@ -5,4 +5,4 @@");
    }

    @Test
    void nothingCame() {
        assertThat(diff("x\ny", "", List.of(4, 5))).contains("@@ -4,2 +3,0 @@\n-x\n-y\n");
    }

    @Test
    void aLineBehindTheLastOneExpected() {
        Diff behind = new Diff(List.of(new Diff.Line('+', "x", 1, false)));
        assertThat(new UnifiedDiff("t", List.of(4), 9).lines(behind)).contains("@@ -4,0 +5,1 @@");
    }

    @Test
    void nothingDiffers() {
        assertThat(new UnifiedDiff("t", List.of(), 1).render(new Diff(List.of())))
                .isEmpty();
    }

    private static String diff(String expected, String actual, List<Integer> numbers) {
        Comparison comparison = Matcher.compare(expected(expected), lines(actual), Rules.standard());
        assertThat(comparison).isInstanceOf(Comparison.Mismatch.class);
        return new UnifiedDiff("t.lab", numbers, 7).render(((Comparison.Mismatch) comparison).diff());
    }
}
