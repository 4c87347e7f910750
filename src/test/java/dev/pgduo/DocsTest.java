package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation says what is so. */
class DocsTest {
    private static final Path COMMANDS = Path.of("docs/commands.md");
    private static final Path SHARE = Path.of("src/dist/share");
    private static final Pattern ROW = Pattern.compile("  ([a-z]+(?: [a-z]+)*)  .*");
    private static final Pattern GROUP = Pattern.compile("([a-z]+)  ");
    private static final String HEAD = """
            # Commands

            Made from the program's own help: `mvn -Dpgduo.docs.update=true -Dtest=DocsTest test` renews this file.
            """;

    @TempDir
    Path state;

    @Test
    void linksLeadSomewhere() throws IOException {
        for (Path file : Docs.files()) {
            assertThat(Docs.links(file)).as("links of %s", file).allMatch(Files::exists);
        }
    }

    @Test
    void everyBlockIsOfAKnownKind() throws IOException {
        assertThat(Docs.blocks()).extracting(Docs.Block::kind).isSubsetOf("console", "lab", "text");
    }

    @Test
    void transcriptsCanBeRead() throws IOException {
        for (Docs.Block block : Docs.blocks()) {
            if (block.kind().equals("lab")) {
                byte[] text = block.text().getBytes(StandardCharsets.UTF_8);
                assertThatCode(() -> TranscriptReader.parse(text, block.file().toString()))
                        .as(block.text())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void thePictureIsAPartOfTheQuickstart() throws IOException {
        String quickstart = Files.readString(Path.of("lab-scripts/quickstart.lab"));
        assertThat(Docs.blocks())
                .filteredOn(block -> block.file().equals(Path.of("README.md"))
                        && block.kind().equals("text"))
                .isNotEmpty()
                .allMatch(block -> quickstart.contains(block.text()));
    }

    @Test
    void commandsAreTheProgramsOwn() throws IOException {
        assertWritten(COMMANDS, reference());
    }

    /** Packages have them as files. */
    @Test
    void whatIsInstalledIsTheProgramsOwn() throws IOException {
        assertWritten(SHARE.resolve("bash-completion/completions/pgduo"), help("completion", "bash"));
        assertWritten(SHARE.resolve("zsh/site-functions/_pgduo"), help("completion", "zsh"));
        assertWritten(SHARE.resolve("fish/vendor_completions.d/pgduo.fish"), help("completion", "fish"));
        assertWritten(SHARE.resolve("man/man1/pgduo.1"), help("manual"));
    }

    private static void assertWritten(Path file, String text) throws IOException {
        if (Boolean.getBoolean("pgduo.docs.update")) {
            Files.writeString(file, text);
        }
        assertThat(file).content().isEqualTo(text);
    }

    private String reference() {
        StringBuilder text = new StringBuilder(HEAD);
        List<String> overview = help("help").lines().toList();
        for (String line : overview.subList(overview.indexOf(""), overview.size() - 1)) {
            Matcher group = GROUP.matcher(line);
            if (group.lookingAt()) {
                text.append("\n## ").append(group.group(1)).append('\n');
                group(group.group(1), text);
            }
        }
        return text.toString();
    }

    /** The commands of a group; one may have the group's name, which has its help before the list. */
    private void group(String name, StringBuilder text) {
        List<String> lines = help("help", name).lines().toList();
        for (String line : lines.subList(lines.indexOf("Commands of the group " + name + ":"), lines.size())) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String help = help(("help " + row.group(1)).split(" ", -1));
                text.append("\n```text\n").append(help).append("```\n");
            }
        }
    }

    private String help(String... words) {
        Ran ran = Ran.pgduo(state, words);
        assertThat(ran.code()).as(ran.text()).isZero();
        return ran.text();
    }
}
