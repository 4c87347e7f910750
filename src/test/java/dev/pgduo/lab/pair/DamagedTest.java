package dev.pgduo.lab.pair;

import dev.pgduo.Damage;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.ServerVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of a data directory say of recovery when they are damaged. */
class DamagedTest {
    private static final String SETTINGS = """
            standby_mode = 'on'
            primary_conninfo = 'user=postgres host=127.0.0.1 port=5432'
            primary_slot_name = 's'
            include_if_exists 'more.conf'
            include_dir 'x'
            """;

    @TempDir
    Path data;

    @Test
    void recoverySettings() {
        for (String file : List.of("recovery.conf", "postgresql.conf", "postgresql.auto.conf")) {
            Capabilities capabilities =
                    Capabilities.of(ServerVersion.parse(file.equals("recovery.conf") ? "11.1" : "15.1"));
            Damage.ask(List.of(SETTINGS), Set.of(), text -> {
                Files.write(data.resolve(file), text.getBytes(StandardCharsets.UTF_8));
                RecoveryFiles.read(data, capabilities);
            });
        }
    }
}
