package dev.pgduo.cluster.server;

import java.util.List;
import java.util.regex.Pattern;

/** Parses a server process's title: {@code postgres: [CLUSTER: ]ROLE …}, with or without the word "process" (9.6 and 10). */
public final class ProcessTitle {
    /** The role of a process that serves a client. */
    public static final String CLIENT = "client backend";

    private static final Pattern HEAD = Pattern.compile("^postgres: (?:[ab]: )?(?:bgworker: )?");
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
            "logical replication apply worker",
            "logical replication parallel worker",
            "logical replication tablesync worker",
            "logical replication sequencesync worker",
            "logical replication worker",
            "slotsync worker",
            "parallel worker");

    private ProcessTitle() {}

    /** The sort order of roles: the postmaster first, clients last. */
    public static int rank(String role) {
        int known = ROLES.indexOf(role);
        return role.equals("postmaster") ? -1 : known < 0 ? ROLES.size() : known;
    }

    public static String role(String title) {
        String text = HEAD.matcher(title)
                .replaceFirst("")
                .replaceFirst("^writer process", "background writer")
                .replaceFirst("^wal (sender|receiver|writer) process", "wal$1");
        return ROLES.stream().filter(text::startsWith).findFirst().orElse(CLIENT);
    }
}
