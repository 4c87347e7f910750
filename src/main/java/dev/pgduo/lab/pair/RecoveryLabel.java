package dev.pgduo.lab.pair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whose backup_label a data directory has: the server's next start recovers from what it names, and puts it away. */
public enum RecoveryLabel {
    /** There is none. */
    NONE,
    /** That of a base backup that no server has recovered yet. */
    BACKUP,
    /** That of a rewound cluster that no server has recovered yet. */
    REWIND;

    private static final String METHOD = "BACKUP METHOD: pg_rewind";

    /** The data directory's; one that cannot be read is a base backup's. */
    static RecoveryLabel of(Path data) {
        Path file = data.resolve("backup_label");
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.lines().anyMatch(METHOD::equals) ? REWIND : BACKUP;
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException e) {
            return BACKUP;
        }
    }
}
