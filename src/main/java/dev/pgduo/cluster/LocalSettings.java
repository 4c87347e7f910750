package dev.pgduo.cluster;

import java.nio.file.Path;

/**
 * The part of a node's postgresql.conf that is the lab's own; written after anything that brings another node's file: initdb's
 * template, a base backup, pg_rewind.
 *
 * @param node whose
 */
record LocalSettings(NodeSettings node) {
    void write() {
        write(node.layout().data());
    }

    /** Writes it for a data directory that will be the node's. */
    void write(Path data) {
        node.runAs().own(node.layout().socketDirectory());
        new SettingsFile(data.resolve("postgresql.conf"), node.runAs()).edit(text -> LabBlock.put(text, node));
    }
}
