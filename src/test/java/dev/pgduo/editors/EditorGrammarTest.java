package dev.pgduo.editors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.SourceLine;
import dev.pgduo.transcript.model.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The TextMate grammar of labs says of each line what the reader says. */
class EditorGrammarTest {
    private static final Path VSCODE = Path.of("src/dist/editors/vscode");
    private static final Path GRAMMAR = VSCODE.resolve("syntaxes/lab.tmLanguage.json");
    private static final Path SUBLIME = Path.of("src/dist/editors/sublime/lab.tmLanguage");

    @Test
    void everyLineOfEveryLabIsWhatTheReaderSays() throws IOException {
        Colours colours = new Colours(GRAMMAR);
        List<String> wrong = new ArrayList<>();
        for (Transcript lab : Labs.all()) {
            wrong.addAll(wrong(colours, lab));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyDirectiveIsKnown() throws IOException {
        Colours colours = new Colours(GRAMMAR);
        assertThat(Labs.directives())
                .contains("if", "capture")
                .allSatisfy(word ->
                        assertThat(scopes(colours, word)).containsPattern("keyword\\.(control|other)\\.directive"));
        assertThat(scopes(colours, "nonsense")).contains("invalid.illegal");
    }

    private static String scopes(Colours colours, String word) {
        return colours.of(List.of("%" + word)).get(0).get(0).scopes();
    }

    @Test
    void whatIsInsideALineIsSeen() throws IOException {
        Colours colours = new Colours(GRAMMAR);
        assertThat(scopes(colours, "if pg < 12", "pg", "<", "12"))
                .containsExactly("support.variable.lab", "keyword.operator.comparison.lab", "constant.numeric.lab");
        assertThat(scopes(colours, "check a: select 1 => 1", "a", "=>"))
                .containsExactly("entity.name.tag.node.lab", "keyword.operator.lab");
        assertThat(scopes(colours, "set rows = 2", "rows", "="))
                .containsExactly("variable.other.lab", "keyword.operator.assignment.lab");
    }

    /** The innermost scopes of these tokens of a directive's line. */
    private static List<String> scopes(Colours colours, String line, String... tokens) {
        List<Colours.Token> all = colours.of(List.of("%" + line)).get(0);
        return Stream.of(tokens)
                .map(text -> all.stream()
                        .filter(token -> token.text().strip().equals(text))
                        .findFirst()
                        .map(token -> token.scopes().substring(token.scopes().lastIndexOf(' ') + 1))
                        .orElse("none in " + all))
                .toList();
    }

    @Test
    void theExtensionNamesItsFiles() throws IOException {
        String manifest = Files.readString(VSCODE.resolve("package.json"));
        List<Path> files = Pattern.compile("\"(\\./[^\"]+)\"")
                .matcher(manifest)
                .results()
                .map(file -> VSCODE.resolve(file.group(1)).normalize())
                .toList();
        assertThat(files).contains(GRAMMAR).allMatch(Files::exists);
        Map<String, Object> grammar = new Yaml().load(Files.readString(GRAMMAR));
        assertThat(manifest).contains("\"scopeName\": \"" + grammar.get("scopeName") + "\"");
    }

    @Test
    void sublimeReadsTheSame() throws IOException {
        Object grammar = new Yaml().load(Files.readString(GRAMMAR));
        String list = PropertyList.of(grammar);
        if (Boolean.getBoolean("pgduo.docs.update")) {
            Files.writeString(SUBLIME, list);
        }
        assertThat(SUBLIME).content().isEqualTo(list);
        List<String> lines = Files.readAllLines(Path.of("lab-scripts/quickstart.lab"));
        assertThat(new Colours(SUBLIME).of(lines)).isEqualTo(new Colours(GRAMMAR).of(lines));
    }

    private static List<String> wrong(Colours colours, Transcript lab) {
        List<String> texts = lab.text().lines().stream().map(SourceLine::text).toList();
        List<List<Colours.Token>> tokens = colours.of(texts);
        List<String> wrong = new ArrayList<>();
        LabLines.of(lab).forEach((line, kind) -> {
            List<Colours.Token> found = tokens.get(line - 1);
            if (!fits(found, kind)) {
                wrong.add(lab.at(line) + " is " + kind + ": " + texts.get(line - 1) + "\n  " + found);
            }
        });
        return wrong;
    }

    /** Whether it has the scope of its kind and of no other; a directive may have SQL and shell in it. */
    private static boolean fits(List<Colours.Token> tokens, LineKind kind) {
        return has(tokens, kind)
                && Stream.of(LineKind.values())
                        .filter(other -> kind != LineKind.DIRECTIVE)
                        .filter(other -> !other.scope().equals(kind.scope()))
                        .noneMatch(other -> has(tokens, other));
    }

    private static boolean has(List<Colours.Token> tokens, LineKind kind) {
        return tokens.stream().anyMatch(token -> token.scopes().contains(kind.scope()));
    }
}
