package dev.pgduo.cluster.layout;

import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.util.ArrayList;
import java.util.List;

/**
 * The lab's own settings at the end of a node's postgresql.conf. They are not in postgresql.auto.conf, so that
 * {@code alter system reset all} keeps the node's port; and {@code alter system set} can override them.
 */
public final class LabBlock {
    private static final String BEGIN = "# pgduo: the settings of this lab's node";
    private static final String END = "# pgduo: end";

    private LabBlock() {}

    /** The file's text with this node's block in place of the old one, or at its end. */
    public static String put(String text, NodeSettings node) {
        String block = BEGIN + "\n" + String.join("\n", lines(node)) + "\n" + END + "\n";
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, Math.max(begin, 0));
        if (begin < 0 || end < 0) {
            return text + (text.endsWith("\n") ? "" : "\n") + "\n" + block;
        }
        String rest = text.substring(end + END.length());
        return text.substring(0, begin) + block + (rest.startsWith("\n") ? rest.substring(1) : rest);
    }

    /** Whether the block in a text belongs to another node, so that the file was copied from there. */
    static boolean foreign(String text, NodeSettings node) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, Math.max(begin, 0));
        return begin >= 0
                && end >= 0
                && text.substring(begin, end)
                        .lines()
                        .noneMatch(line -> line.equals(name(node)) || line.equals(sockets(node)));
    }

    private static String name(NodeSettings node) {
        return "cluster_name = " + SettingsFile.quote(node.name().toString());
    }

    private static String sockets(NodeSettings node) {
        return "unix_socket_directories = "
                + SettingsFile.quote(node.layout().socketDirectory().toString());
    }

    private static List<String> lines(NodeSettings node) {
        Capabilities capabilities = node.capabilities();
        List<String> lines = new ArrayList<>(List.of(
                "port = " + node.port(),
                "listen_addresses = '127.0.0.1'",
                sockets(node),
                name(node),
                "log_destination = 'stderr'",
                "logging_collector = off",
                // The shared memory segments of a crashed server are then removed with its data directory.
                "dynamic_shared_memory_type = mmap",
                "log_line_prefix = '%m [%p] '",
                "lc_messages = 'C'",
                "wal_log_hints = on",
                "wal_retrieve_retry_interval = 100ms",
                capabilities.walKeepLine(128)));
        if (!capabilities.has(Feature.REPLICATION_BY_DEFAULT)) {
            lines.addAll(List.of(
                    "wal_level = replica", "max_wal_senders = 10", "max_replication_slots = 10", "hot_standby = on"));
        }
        if (capabilities.has(Feature.RECOVERY_INIT_SYNC_METHOD)
                && System.getProperty("os.name", "").equals("Linux")) {
            lines.add("recovery_init_sync_method = syncfs");
        }
        if (capabilities.has(Feature.SCRAM)) {
            lines.add("password_encryption = 'scram-sha-256'");
        }
        return lines;
    }
}
