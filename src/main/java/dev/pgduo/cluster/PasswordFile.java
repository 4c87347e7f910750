package dev.pgduo.cluster;

import java.nio.file.Files;
import java.util.Map;

/**
 * A node's PGPASSFILE: passwords reach libpq through it on every major, and are never in a conninfo, a command or a log.
 *
 * @param node whose
 */
record PasswordFile(NodeSettings node) {
    /** Writes the superuser's password, for every server of the lab. */
    void write(String password) {
        String escaped = password.replace("\\", "\\\\").replace(":", "\\:");
        new SettingsFile(node.layout().passwordFile(), node.runAs()).edit(old -> "*:*:*:*:" + escaped + "\n");
    }

    /** The variable for libpq; nothing when there is no password. */
    Map<String, String> environment() {
        return Files.exists(node.layout().passwordFile())
                ? Map.of("PGPASSFILE", node.layout().passwordFile().toString())
                : Map.of();
    }
}
