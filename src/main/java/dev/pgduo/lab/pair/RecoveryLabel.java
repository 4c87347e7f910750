package dev.pgduo.lab.pair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The origin of a data directory's backup_label: the server's next start recovers from the checkpoint in it, and renames the
 * file.
 */
public enum RecoveryLabel {
    /** There is no backup_label. */
    NONE,
    /** A base backup that no server has recovered yet. */
    BACKUP,
    /** A rewound cluster that no server has recovered yet. */
    REWIND;

    private static final String METHOD = "BACKUP METHOD: pg_rewind";

    /** The label of a data directory; an unreadable file counts as a base backup's. */
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
