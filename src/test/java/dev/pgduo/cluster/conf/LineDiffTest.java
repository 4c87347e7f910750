package dev.pgduo.cluster.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void keepsWhatBothHave() {
        assertThat(marked("a\nb\nc\n", "a\nx\nc\ny\n")).containsExactly(" a", "-b", "+x", " c", "+y");
        assertThat(marked("", "a\n")).containsExactly("+a");
        assertThat(marked("a\n", "")).containsExactly("-a");
        assertThat(marked("a\nb\na\nb\n", "b\na\n")).containsExactly("-a", " b", " a", "-b");
        assertThat(marked("same\n", "same")).containsExactly(" same");
    }

    @Test
    void groupsWhatIsNear() {
        LineDiff diff = LineDiff.between("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\nx\n5\n6\n7\n8\n9\ny\n");
        assertThat(diff.groups(1))
                .extracting(group -> group.stream().map(LineDiff.Line::marked).toList())
                .containsExactly(List.of(" 3", "-4", "+x", " 5"), List.of(" 9", "+y"));
        assertThat(diff.groups(9)).hasSize(1);
        assertThat(diff.groups(1).get(0).get(0).old()).isEqualTo(3);
    }

    private static List<String> marked(String old, String now) {
        return LineDiff.between(old, now).lines().stream()
                .map(LineDiff.Line::marked)
                .toList();
    }
}
