package dev.pgduo.shell.present;

import dev.pgduo.Damage;
import dev.pgduo.report.LabException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedTest {
    @TempDir
    Path state;

    @Test
    void notes() {
        NotesFile notes = NotesFile.of(state, Path.of("x.lab"));
        Damage.ask(List.of("since 1700000000000\nfirst\n\nlast\n"), Set.of(LabException.class), text -> {
            Files.createDirectories(notes.file().getParent());
            Files.write(notes.file(), text.getBytes(StandardCharsets.UTF_8));
            notes.read();
        });
    }
}
