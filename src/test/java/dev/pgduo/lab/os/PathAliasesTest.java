package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathAliasesTest {
    private static final PathAliases PLAIN = new PathAliases(Map.of("/data", "/lab/a/data"));
    private static final PathAliases ODD = new PathAliases(Map.of("/data", "/my \"lab\"/it's $1/data"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ls /data/base            | ls /my\\ \\"lab\\"/it\\'s\\ \\$1/data/base
            ls "/data"               | ls "/my \\"lab\\"/it's \\$1/data"
            ls '/data'               | ls '/my "lab"/it'\\''s $1/data'
            echo \\"' > /data'       | echo \\"' > /my "lab"/it'\\''s $1/data'
            """)
    void aPathFitsWhereItStandsInAShellLine(String shown, String real) {
        assertThat(ODD.toRealInShell(shown)).isEqualTo(real);
    }

    @Test
    void aPlainPathStandsUnquotedEverywhere() {
        assertThat(PLAIN.toRealInShell("ls \"/data\" '/data' /data"))
                .isEqualTo("ls \"/lab/a/data\" '/lab/a/data' /lab/a/data");
    }

    @Test
    void quotesThatOnlyTheRealPathNeedsAreNotShown() {
        PathAliases blank = new PathAliases(Map.of("/data", "/my lab/data"));
        assertThat(blank.toShownCommand("initdb -D '/my lab/data' -A trust >> '/my lab/data/x.conf'"))
                .isEqualTo("initdb -D /data -A trust >> /data/x.conf");
        assertThat(blank.toShownCommand("rm '/my lab/data/a b'")).isEqualTo("rm '/data/a b'");
        assertThat(PLAIN.toShownCommand("ls '/lab/a/data'")).isEqualTo("ls '/data'");
    }

    @Test
    void onlyWholePathsAreReplaced() {
        assertThat(PLAIN.toShown("/lab/a/data2 x/lab/a/data /lab/a/data."))
                .isEqualTo("/lab/a/data2 x/lab/a/data /data.");
    }
}
