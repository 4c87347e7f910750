package dev.pgduo.cluster;

import java.util.List;

/** Reads a server process's title: {@code postgres: [CLUSTER: ]ROLE …}, with or without the word "process" (9.6). */
final class ProcessTitle {
    private static final List<String> ROLES = List.of(
            "startup",
            "walsender",
            "walreceiver",
            "checkpointer",
            "background writer",
            "walwriter",
            "walsummarizer",
            "autovacuum launcher",
            "autovacuum worker",
            "archiver",
            "stats collector",
            "logger",
            "io worker",
            "logical replication launcher",
            "slotsync worker",
            "parallel worker");

    private ProcessTitle() {}

    static String role(String title) {
        String text = title.replaceFirst("^postgres: (?:[ab]: )?", "")
                .replaceFirst("^wal (sender|receiver|writer) process", "wal$1");
        return ROLES.stream().filter(text::startsWith).findFirst().orElse("client backend");
    }
}
