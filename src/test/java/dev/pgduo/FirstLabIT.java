package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way that docs/first-lab.md leads: what it says is typed comes to what it shows. */
class FirstLabIT {
    private static final Path PAGE = Path.of("docs/first-lab.md");
    private static final String FILE = "unlogged.lab";

    @TempDir
    Path state;

    /** The session's lines give the first lab of the page, the second one passes on all servers of the page. */
    @Test
    void leadsToAVerifiedLab() throws IOException {
        Path file = state.resolve(FILE);
        Ran typed = Ran.script(state, typed().replace(FILE, file.toString()) + "\\destroy --yes\n\\q\n");
        assertThat(typed.text()).contains("saved: every step repeats").doesNotContain("ERROR:  could not", "no lab in");
        List<String> labs = blocks("lab");
        assertThat(file).content().isEqualTo(labs.get(0));

        Files.writeString(file, labs.get(1));
        String command = Docs.commands("./pgduo verify ", block -> block.file().equals(PAGE))
                .get(0);
        Ran verified = Ran.pgduo(state, ("verify " + command.replace(FILE, file.toString())).split(" "));
        assertThat(verified.code()).as(verified.text()).isZero();
        assertThat(ending(verified.text())).isEqualTo(ending(blocks("text").get(0)));
        assertThat(file).content().isEqualTo(labs.get(1));
    }

    /** What is said below the table, but for seconds and the file's directory. */
    private static String ending(String text) {
        return text.substring(text.lastIndexOf("(1 row)"))
                .replaceAll("(?m)^\\S*" + FILE, FILE)
                .replaceAll("[0-9.]+ s$", "N s")
                .strip();
    }

    /** The annotated lab at the top of the README, in both languages. */
    @Test
    void theLabOfTheFirstScreenPasses() throws IOException {
        for (String page : List.of("README.md", "README.ru.md")) {
            String lab = Docs.blocks(Path.of(page)).stream()
                    .map(Docs.Block::text)
                    .filter(text -> text.contains("←"))
                    .collect(Collectors.joining())
                    .replaceAll("(?m)\\s+←.*$", "");
            Files.writeString(state.resolve(page.replace(".md", ".lab")), lab, StandardCharsets.UTF_8);
        }
        Ran ran = Ran.pgduo(
                state,
                "verify",
                state.resolve("README.lab").toString(),
                state.resolve("README.ru.lab").toString());
        assertThat(ran.code()).as(ran.text()).isZero();
    }

    /** What stands behind the prompts of the page's session. */
    private static String typed() throws IOException {
        return blocks("console").stream()
                .filter(block -> block.contains("record start"))
                .flatMap(String::lines)
                .filter(line -> line.matches("(lab>|    =>) .*"))
                .map(line -> line.replaceFirst("^(lab>|    =>) ", "") + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> blocks(String kind) throws IOException {
        return Docs.blocks(PAGE).stream()
                .filter(block -> block.kind().equals(kind))
                .map(Docs.Block::text)
                .toList();
    }
}
