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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vim's syntax of labs says of each line what the reader says. */
class VimSyntaxTest {
    private static final Path RUNTIME = Path.of("src/dist/editors/vim").toAbsolutePath();
    private static final Map<LineKind, Set<String>> ITEMS = Map.of(
            LineKind.FRONT_MATTER, Set.of("labFrontMatter", "labRule"),
            LineKind.DIRECTIVE, Set.of("labDirective"),
            LineKind.TITLE, Set.of("labHeading"),
            LineKind.RULE, Set.of("labHeading"),
            LineKind.PROSE, Set.of("labProse"),
            LineKind.COMMAND, Set.of("labCommand", "labPrompt"),
            LineKind.SHELL, Set.of("labShell", "labMore", "labOpen", "labPrompt"),
            LineKind.SQL, Set.of("labSql", "labStatement", "labNamed", "labRow", "labPrompt"),
            LineKind.OUTPUT, Set.of("labOutput", "labPlain"));
    /** The items that a line ends with, each line's in one line. */
    private static final String STACKS = """
            set encoding=utf-8
            execute 'set runtimepath^=' . fnameescape($LAB_RUNTIME)
            filetype on
            syntax on
            let stacks = []
            for name in sort(glob($LAB_FILES . '/*.lab', 0, 1))
              execute 'edit ' . fnameescape(name)
              syntax sync fromstart
              for number in range(1, line('$'))
                let at = match(getline(number), '\\s*$')
                let stack = at > 0 ? map(synstack(number, at), 'synIDattr(v:val, "name")') : []
                call add(stacks, join(stack, ' '))
              endfor
            endfor
            call writefile(stacks, $LAB_FILES . '/stacks')
            qall!
            """;

    @TempDir
    Path directory;

    @Test
    void everyDirectiveIsKnown() throws IOException {
        Pattern item =
                Pattern.compile("(?m)^syntax match labDirective /\\^%(?:\\\\%\\()?([a-z|\\\\-]+?)(?:\\\\\\))?\\\\%\\(");
        List<String> known = item.matcher(Files.readString(RUNTIME.resolve("syntax/lab.vim")))
                .results()
                .flatMap(words -> Stream.of(words.group(1).split("\\\\\\|")))
                .toList();
        assertThat(known).containsExactlyInAnyOrderElementsOf(Labs.directives());
    }

    @Test
    void everyLineOfEveryLabIsWhatTheReaderSays() throws IOException, InterruptedException {
        Assumptions.assumeTrue(installed(), "needs vim");
        List<Transcript> labs = Labs.all();
        for (int i = 0; i < labs.size(); i++) {
            Files.writeString(
                    directory.resolve("%03d.lab".formatted(i)), labs.get(i).write());
        }
        List<String> stacks = stacks();
        List<String> wrong = new ArrayList<>();
        int first = 0;
        for (Transcript lab : labs) {
            List<SourceLine> lines = lab.text().lines();
            int before = first - 1;
            LabLines.of(lab).forEach((line, kind) -> {
                Set<String> items = Set.of(stacks.get(before + line).split(" "));
                if (ITEMS.getOrDefault(kind, Set.of()).stream().noneMatch(items::contains)) {
                    wrong.add(lab.at(line) + " is " + kind + ": "
                            + lines.get(line - 1).text() + "\n  " + items);
                }
            });
            first += lines.size();
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean installed() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, "vim")));
    }

    private List<String> stacks() throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("stacks.vim"), STACKS);
        ProcessBuilder vim =
                new ProcessBuilder("vim", "-u", "NONE", "-i", "NONE", "-N", "-n", "-e", "-s", "-S", script.toString());
        vim.environment().put("LAB_RUNTIME", RUNTIME.toString());
        vim.environment().put("LAB_FILES", directory.toString());
        Process process = vim.redirectErrorStream(true)
                .redirectOutput(directory.resolve("said").toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readAllLines(directory.resolve("stacks"));
    }
}
