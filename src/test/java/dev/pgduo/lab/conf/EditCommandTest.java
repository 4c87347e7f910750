package dev.pgduo.lab.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.process.OsCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditCommandTest {
    private static final Path FILE = Path.of("/d/f.conf");
    private static final String OLD = "# one\nwork_mem = 4MB # two\n\nport = 5432\n";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void readsAsAPersonTypesIt() {
        assertThat(line(OLD.replace("4MB", "'8MB'"))).isEqualTo("sed -i \"2c work_mem = '8MB' # two\" /d/f.conf");
        assertThat(line(OLD + "x = 1\n")).isEqualTo("echo \"x = 1\" >> /d/f.conf");
        assertThat(line("x = 1\n" + OLD)).isEqualTo("sed -i \"1i x = 1\" /d/f.conf");
        assertThat(line("# one\n\n")).isEqualTo("sed -i \"2d;4d\" /d/f.conf");
        assertThat(line(OLD)).isEmpty();
    }

    /** What is shown does what was done. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 'it''s'",
                "x = 'a\\\\b\\n'",
                "x = '$HOME `id` \"q\"'",
                "x = 'naïve ☃'",
                "host all \"a b\" 127.0.0.1/32 trust"
            })
    void worksInAShell(String line) throws IOException {
        for (String after : new String[] {
            OLD.replace("work_mem = 4MB # two", line), line + "\n" + OLD, OLD + line + "\n", OLD.replace("\n\n", "\n")
        }) {
            Path file = Files.writeString(directory.resolve("f"), OLD);
            OsCommand.bash(EditCommand.between(OLD, after).line(file)).run().orThrow("edit");
            assertThat(file).hasContent(after);
        }
    }

    /** Many lines at once, as an editor leaves them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\n\n  x = 1\ntwo\n",
                "# one\nport = 1\n",
                "a\nb\n# one\nwork_mem = 4MB # two\n\nport = 5432\n",
                "# one\nwork_mem = 4MB # two\n\nport = 5432\na \\ b\n'c'\n",
                "# one\n  a\n\n\nb = '$x'\nport = 5432\nend\n",
                "new\n"
            })
    void doesWhatAnEditorDid(String after) throws IOException {
        Path file = Files.writeString(directory.resolve("f"), OLD);
        OsCommand.bash(EditCommand.between(OLD, after).line(file)).run().orThrow("edit");
        assertThat(Files.readString(file)).isEqualTo(after);
    }

    /** Any edit of any file; how lines end does not count. */
    @Test
    void doesWhatAnyEditDid() throws IOException {
        List<RandomEdit> edits =
                LongStream.range(0, 400).mapToObj(RandomEdit::new).toList();
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < edits.size(); i++) {
            Path file = Files.writeString(directory.resolve(Integer.toString(i)), edits.get(i).before);
            script.append(EditCommand.between(edits.get(i).before, edits.get(i).after)
                            .line(file))
                    .append('\n');
        }
        OsCommand.of(
                        "bash",
                        Files.writeString(directory.resolve("script"), script).toString())
                .run()
                .orThrow("edit");
        for (int i = 0; i < edits.size(); i++) {
            assertThat(lines(Files.readString(directory.resolve(Integer.toString(i)))))
                    .as(
                            "seed %s: %s",
                            i,
                            EditCommand.between(edits.get(i).before, edits.get(i).after)
                                    .line(FILE))
                    .isEqualTo(lines(edits.get(i).after));
        }
    }

    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.replaceAll("\r?\n$", "").split("\r?\n", -1));
    }

    private static String line(String after) {
        return EditCommand.between(OLD, after).line(FILE);
    }
}
