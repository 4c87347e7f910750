package dev.pgduo.shell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.fixture.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** pg_archivecleanup's stand-in beside the real one, on an archive with everything that an archive can have in it. */
class ArchiveCleanupIT {
    private static final List<String> FILES = List.of(
            "000000010000000000000001",
            "000000010000000000000002",
            "000000010000000000000002.00000028.backup",
            "000000010000000000000002.gz",
            "000000010000000000000003",
            "000000010000000000000003.partial",
            "000000010000000000000002.partial",
            "000000020000000000000001",
            "000000020000000000000004",
            "00000002.history",
            "00000001000000000000000z",
            "foo");

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ARCHIVE",
                "ARCHIVE x y",
                "ARCHIVE nope",
                "ARCHIVE ''",
                "ARCHIVE/none 000000010000000000000003",
                "ARCHIVE/none nope",
                "ARCHIVE/foo 000000010000000000000003",
                "ARCHIVE 000000010000000000000003",
                "-n ARCHIVE 000000010000000000000003",
                "-d ARCHIVE 000000010000000000000003",
                "-nd ARCHIVE/ 000000010000000000000003.partial",
                "-d -x .gz ARCHIVE 000000010000000000000003.00000028.backup",
                "-x .gz ARCHIVE 000000010000000000000003.gz",
                "-x .gz ARCHIVE 000000010000000000000003.00000028.backup.gz",
                "ARCHIVE 000000010000000000000003.gz",
                "ARCHIVE 000000090000000000000004 -n",
                "ARCHIVE 00000002.history",
                "-K ARCHIVE 000000010000000000000003",
                "--nope ARCHIVE 000000010000000000000003",
                "-x",
                "--help"
            })
    void doesWhatTheRealOneDoes(String words) throws Exception {
        assumeThat(Servers.hasFifteen("pg_archivecleanup")).isTrue();
        ProgramPair.Ended real = ProgramPair.real(Servers.fifteen().bin(), call(words, fill()));
        List<Path> left = left();
        ProgramPair.Ended own = ProgramPair.own(call(words, fill()));
        assertThat(own).isEqualTo(real);
        assertThat(left()).containsExactlyElementsOf(left);
    }

    private static List<String> call(String words, Path archive) {
        List<String> call = new ArrayList<>(List.of("pg_archivecleanup"));
        for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
            call.add(word.equals("''") ? "" : word.replace("ARCHIVE", archive.toString()));
        }
        return call;
    }

    private Path fill() throws IOException {
        Path archive = directory.resolve("archive");
        Files.createDirectories(archive);
        for (String file : FILES) {
            if (!Files.exists(archive.resolve(file))) {
                Files.createFile(archive.resolve(file));
            }
        }
        return archive;
    }

    private List<Path> left() throws IOException {
        return FileTree.entries(directory.resolve("archive")).stream().sorted().toList();
    }
}
