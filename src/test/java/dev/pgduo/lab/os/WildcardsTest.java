package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WildcardsTest {
    @TempDir
    Path top = Path.of("");

    @BeforeEach
    void make() throws Exception {
        for (String directory : List.of("base/1", "base/2", ".hidden", "a{b")) {
            Files.createDirectories(top.resolve(directory));
        }
        Files.createFile(top.resolve("base/1/tmp"));
        Files.createFile(top.resolve("base/2/tmp"));
        Files.createFile(top.resolve("base/2/other"));
    }

    private List<String> expand(String pattern) {
        return Wildcards.expand(top.resolve(pattern)).stream()
                .map(path -> top.relativize(path).toString())
                .toList();
    }

    @Test
    void findsWhatFits() {
        assertThat(expand("base/*/tmp")).containsExactly("base/1/tmp", "base/2/tmp");
        assertThat(expand("base/[2-3]/?????")).containsExactly("base/2/other");
        assertThat(expand("b*")).containsExactly("base");
        assertThat(expand(".h*")).containsExactly(".hidden");
        assertThat(expand("a{*")).containsExactly("a{b");
        assertThat(expand("*/none*")).isEmpty();
        assertThat(expand("base/1/tmp/*")).isEmpty();
        assertThat(expand("base/[")).isEmpty();
    }

    @Test
    void leavesAPlainPathAlone() {
        assertThat(expand("base/none")).containsExactly("base/none");
    }
}
