package dev.pgduo.cluster.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a node's postgresql.conf that is the lab's own; written after each operation that copies another node's file:
 * initdb's template, a base backup, pg_rewind.
 *
 * @param node the node's settings
 */
public record LocalSettings(NodeSettings node) {
    public void write() {
        write(node.layout().data());
    }

    /** Writes them if the file has another node's, as after a pg_rewind that a person has run. */
    public void replaceForeign() throws IOException {
        Path file = node.layout().data().resolve("postgresql.conf");
        if (Files.exists(file) && LabBlock.foreign(Files.readString(file, StandardCharsets.ISO_8859_1), node)) {
            write();
        }
    }

    /** Writes them into a data directory that will become the node's. */
    public void write(Path data) {
        node.runAs().own(node.layout().socketDirectory());
        new SettingsFile(data.resolve("postgresql.conf"), node.runAs()).edit(text -> LabBlock.put(text, node));
    }
}
