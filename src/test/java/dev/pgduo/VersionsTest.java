package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is built beside the program is of its version. */
class VersionsTest {
    private static final Pattern OWN =
            Pattern.compile("</artifactId>\\s+<version>([^<]+)</version>\\s+(?:<packaging|<name)");
    private static final Pattern JUNIT = Pattern.compile("<junit.version>([^<]+)<");

    @Test
    void modulesHaveTheProgramsVersion() throws IOException {
        String version = first("pom.xml", OWN);
        assertThat(first("src/junit/pom.xml", OWN)).isEqualTo(version);
        assertThat(first("src/maven-plugin/pom.xml", OWN)).isEqualTo(version);
        assertThat(first("src/it/sample/pom.xml", Pattern.compile("<pgduo.version>([^<]+)<")))
                .isEqualTo(version);
        assertThat(first("src/dist/jreleaser.yml", Pattern.compile("(?m)^  version: (.+)$")))
                .isEqualTo(version);
        assertThat(first("docs/builds.md", Pattern.compile("<version>([^<]+)</version>")))
                .isEqualTo(version);
    }

    @Test
    void labsAreTestedWithTheJunitThatTheyAreBuiltFor() throws IOException {
        for (String file : List.of("src/junit/pom.xml", "src/it/sample/pom.xml")) {
            assertThat(first(file, JUNIT)).isEqualTo(first("pom.xml", JUNIT));
        }
    }

    private static String first(String file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of(file)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
