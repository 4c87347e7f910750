package dev.pgduo.troubleshooting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.lab.advice.AdviceRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/troubleshooting.md has every error that says what to do. */
class TroubleshootingTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/pgduo");
    private static final Path PAGE = Path.of("docs/troubleshooting.md");
    private static final Path MEANINGS = Path.of("src/test/resources/dev/pgduo/troubleshooting/meanings.txt");
    private static List<FoundError> errors = List.of();

    @BeforeAll
    static void readsTheSources() throws IOException {
        errors = SourceErrors.of(SOURCES).stream()
                .filter(error -> error.legible() && error.helpful())
                .toList();
    }

    @Test
    void thePageHasThemAll() throws IOException {
        Page contents = new Page(Map.of());
        contents.contents();
        Page server = new Page(Map.of());
        server.server(AdviceRows.all());
        Page own = new Page(meanings());
        own.groups(errors);
        String page = between(Files.readString(PAGE), "contents", contents);
        page = between(page, "messages of PostgreSQL", server);
        page = between(page, "messages of pgduo", own);
        if (Boolean.getBoolean("pgduo.docs.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    private static String between(String page, String what, Page made) {
        String begin = "<!-- made from the sources: " + what + " -->\n";
        return page.substring(0, page.indexOf(begin) + begin.length())
                + made
                + (made.toString().startsWith("-") ? "" : "\n")
                + page.substring(page.indexOf("<!-- end of " + what + " -->"));
    }

    @Test
    void everyErrorBelongsToAGroup() {
        assertThat(Page.homeless(errors.stream())).isEmpty();
    }

    @Test
    void everyMeaningIsOfAnError() throws IOException {
        assertThat(meanings().keySet())
                .isNotEmpty()
                .allSatisfy(message ->
                        assertThat(errors).extracting(FoundError::message).contains(message));
    }

    /** Through one method, through two, by a constant of another class. */
    @Test
    void errorsAreFoundWhereverTheyAreMade() {
        assertThat(errors)
                .contains(new FoundError(
                        "cluster/quantity/NodeName", "node \"TEXT\" does not exist", "", "The nodes are a and b."))
                .extracting(FoundError::message)
                .contains("\"%WORD\" is never closed", "directive \"%note\" has no text");
    }

    /** Lines in pairs: a message, and what it means. */
    private static Map<String, String> meanings() throws IOException {
        Map<String, String> meanings = new TreeMap<>();
        String message = "";
        try (Stream<String> lines = Files.lines(MEANINGS)) {
            for (String line : lines.filter(each -> !each.isBlank()).toList()) {
                if (line.startsWith("    ")) {
                    meanings.merge(message, line.strip(), (one, other) -> one + " " + other);
                } else {
                    message = line;
                }
            }
        }
        return meanings;
    }
}
