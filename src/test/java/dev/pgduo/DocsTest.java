package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The documentation says what is so. */
class DocsTest {
    private static final Path COMMANDS = Path.of("docs/commands.md");
    private static final Path SHARE = Path.of("src/dist/share");
    private static final Pattern ROW = Pattern.compile("  ([a-z]+(?: [a-z]+)*)  .*");
    private static final Pattern IN_A_BUILD = Pattern.compile("(?m)^ *- (?:run: )?\\S*/pgduo (.*)$");
    private static final Pattern GIVEN = Pattern.compile("-c '([^']*)'");
    private static final Pattern GROUP = Pattern.compile("([a-z]+)  ");
    private static final String HEAD = """
            # Commands

            All commands by group, each with its help and one example. At the prompt, `help COMMAND` prints the same help.

            This file is made from the program's help and from examples that the build runs: `mvn -Dpgduo.docs.update=true -Dtest=DocsTest test`.

            """;

    @TempDir
    Path state;

    @Test
    void linksLeadSomewhere() throws IOException {
        for (Path file : Docs.files()) {
            assertThat(Docs.links(file)).as("links of %s", file).allMatch(Docs.Link::leadsSomewhere);
        }
    }

    @Test
    void everyBlockIsOfAKnownKind() throws IOException {
        assertThat(Docs.blocks()).extracting(Docs.Block::kind).isSubsetOf("console", "lab", "text", "yaml");
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

    @ParameterizedTest
    @CsvSource({"README.md,README.ru.md", "docs/first-lab.md,docs/first-lab.ru.md"})
    void theRussianPageHasTheSameCommands(Path english, Path russian) throws IOException {
        assertThat(typed(russian)).isNotEmpty().isEqualTo(typed(english));
    }

    /** Commands, and of labs what is no prose. */
    private static List<String> typed(Path file) throws IOException {
        return Docs.blocks(file).stream()
                .filter(block -> block.kind().equals("console") || block.kind().equals("lab"))
                .flatMap(block -> block.text()
                        .lines()
                        .filter(line -> block.kind().equals("console") || line.matches("(  |lab>|node b).*")))
                .toList();
    }

    /** What cannot be run here, and what others are to run, names commands and options that there are. */
    @Test
    void commandsThatAreNotRunExist() throws IOException {
        List<String> lines = Stream.concat(
                        Docs.commands("./pgduo ", block -> !block.run()).stream(),
                        Docs.blocks().stream()
                                .filter(block -> block.kind().equals("yaml"))
                                .flatMap(block ->
                                        IN_A_BUILD.matcher(block.text()).results())
                                .map(call -> call.group(1)))
                .filter(line -> !line.startsWith("psql ") && !line.startsWith("bench "))
                .flatMap(DocsTest::calls)
                .toList();
        assertThat(lines).hasSizeGreaterThan(20);
        Path file = state.resolve("lines.lab");
        Files.writeString(file, "lab> " + String.join("\n\nlab> ", lines) + "\n");
        Ran ran = Ran.pgduo(state, "verify", "--check", file.toString());
        assertThat(ran.code()).as(ran.text()).isZero();
    }

    /** The commands of a command line: itself, or those of its {@code -c}. */
    private static Stream<String> calls(String line) {
        String command = line.replaceFirst("^(--lab|--dir) \\S+ ", "");
        return command.startsWith("-c ")
                ? GIVEN.matcher(command).results().map(call -> call.group(1))
                : Stream.of(command);
    }

    @Test
    void examplesForOthersAreYaml() throws IOException {
        for (Docs.Block block : Docs.blocks()) {
            if (block.kind().equals("yaml")) {
                assertThatCode(() -> new Yaml(new SafeConstructor(new LoaderOptions())).load(block.text()))
                        .as(block.text())
                        .doesNotThrowAnyException();
            }
        }
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

    /** A table of contents, then the commands by group, each with its help and an example. */
    private String reference() throws IOException {
        Map<String, List<String>> groups = groups();
        Examples examples =
                new Examples(groups.values().stream().flatMap(List::stream).toList());
        StringBuilder contents = new StringBuilder(HEAD);
        StringBuilder text = new StringBuilder();
        groups.forEach((group, commands) -> {
            String links = commands.stream()
                    .map(each -> "[" + each + "](#" + each.replace(' ', '-') + ")")
                    .collect(Collectors.joining(", "));
            contents.append("- [%s](#group-%s): %s\n".formatted(group, group, links));
            text.append("\n## Group ").append(group).append('\n');
            commands.forEach(each -> command(each, examples, text));
        });
        return contents.append(text).toString();
    }

    private Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<String> overview = help("help").lines().toList();
        for (String line : overview.subList(overview.indexOf(""), overview.size())) {
            Matcher group = GROUP.matcher(line);
            if (group.lookingAt()) {
                groups.put(group.group(1), group(group.group(1)));
            }
        }
        return groups;
    }

    /** The commands of a group; one may have the group's name, which has its help before the list. */
    private List<String> group(String name) {
        List<String> lines = help("help", name).lines().toList();
        return lines.subList(lines.indexOf("Commands of the group " + name + ":"), lines.size()).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();
    }

    private void command(String name, Examples examples, StringBuilder text) {
        String example = examples.of(name);
        assertThat(example).as("an example of %s", name).isNotEmpty();
        text.append("\n### ").append(name).append("\n\n");
        text.append("```text\n").append(help(("help " + name).split(" ", -1))).append("```\n\n");
        text.append("Example:\n\n").append(example);
    }

    private String help(String... words) {
        Ran ran = Ran.pgduo(state, words);
        assertThat(ran.code()).as(ran.text()).isZero();
        return ran.text();
    }
}
