package dev.pgduo.cluster;

/**
 * The part of a node's postgresql.conf that is the lab's own; written after anything that brings another node's file: initdb's
 * template, a base backup, pg_rewind.
 *
 * @param node whose
 */
record LocalSettings(NodeSettings node) {
    void write() {
        node.runAs().own(node.layout().socketDirectory());
        new SettingsFile(node.layout().data().resolve("postgresql.conf"), node.runAs())
                .edit(text -> LabBlock.put(text, node));
    }
}
