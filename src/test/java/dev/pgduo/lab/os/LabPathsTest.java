package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabPathsTest {
    @TempDir
    Path top = Path.of("");

    private Path home = Path.of("");
    private Path outside = Path.of("");
    private LabPaths paths = new LabPaths(home, home, new PathAliases(Map.of()));

    @BeforeEach
    void make() throws Exception {
        home = Files.createDirectories(top.resolve("lab/a"));
        outside = Files.createDirectory(top.resolve("outside"));
        paths = new LabPaths(top.resolve("lab"), home, new PathAliases(Map.of("/data", home + "/data")));
    }

    private void refuses(String path) {
        assertThatThrownBy(() -> paths.forWriting(path))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("cannot change \"" + path + "\": it is outside the lab");
    }

    @Test
    void takesWhatIsInTheLab() {
        assertThat(paths.forWriting("/data/new/file")).isEqualTo(home.resolve("data/new/file"));
        assertThat(paths.forWriting("file")).isEqualTo(home.resolve("file"));
    }

    @Test
    void refusesWhatIsNot() {
        refuses("/data/../../../x");
        refuses(outside.toString());
        refuses(top.resolve("lab").toString());
    }

    @Test
    void isNotLedOutByALinkOnTheWay() throws Exception {
        Files.createSymbolicLink(home.resolve("away"), outside);
        refuses("away/file");
        refuses("away/new/file");
        assertThatThrownBy(() -> paths.forRemoval(home.resolve("away/file"), "away/file"))
                .isInstanceOf(LabException.class);
    }

    @Test
    void isNotLedOutByALinkAtTheEnd() throws Exception {
        Path file = Files.createFile(outside.resolve("file"));
        Files.createSymbolicLink(home.resolve("there"), file);
        Files.createSymbolicLink(home.resolve("not-there"), outside.resolve("none"));
        Files.createSymbolicLink(home.resolve("chain"), Path.of("not-there"));
        refuses("there");
        refuses("not-there");
        refuses("chain");
    }

    @Test
    void isNotLedRoundInCircles() throws Exception {
        Files.createSymbolicLink(home.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(home.resolve("two"), Path.of("one"));
        refuses("one");
        assertThat(paths.leadsInside("one")).isFalse();
    }

    @Test
    void removesALinkAndNotWhatItLeadsTo() throws Exception {
        Files.createSymbolicLink(home.resolve("away"), outside);
        assertThat(paths.forRemoval(home.resolve("away"), "away")).isEqualTo(home.resolve("away"));
    }

    @Test
    void followsLinksInsideTheLab() throws Exception {
        Files.createDirectory(home.resolve("data"));
        Files.createSymbolicLink(home.resolve("link"), Path.of("data"));
        assertThat(paths.forWriting("link/file")).isEqualTo(home.resolve("link/file"));
    }

    @Test
    void takesALabThatIsReachedThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(top.resolve("link"), top.resolve("lab"));
        LabPaths linked = new LabPaths(link, link.resolve("a"), new PathAliases(Map.of()));
        assertThat(linked.forWriting("file")).isEqualTo(link.resolve("a/file"));
    }

    @Test
    void saysWhereALinkLeads() throws Exception {
        Files.createSymbolicLink(home.resolve("away"), outside);
        String real = outside.toRealPath().toString();
        assertThatThrownBy(() -> paths.forWriting("away"))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.report().detail()).contains("leads to \"" + real + "\""));
    }
}
