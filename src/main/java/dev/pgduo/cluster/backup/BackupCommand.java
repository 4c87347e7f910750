package dev.pgduo.cluster.backup;

import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.util.ArrayList;
import java.util.List;

/**
 * The replication commands of a base backup, in the grammar of the server's major.
 *
 * @param capabilities of the source
 */
record BackupCommand(Capabilities capabilities) {
    String baseBackup(BackupOptions options) {
        return capabilities.has(Feature.BASE_BACKUP_OPTION_LIST) ? list(options) : words(options);
    }

    private String list(BackupOptions options) {
        List<String> list = new ArrayList<>(List.of("LABEL " + literal(options.label()), "PROGRESS"));
        list.add("CHECKPOINT '" + options.checkpoint() + "'");
        if (options.wal() == BackupOptions.Wal.FETCH) {
            list.add("WAL");
        }
        if (options.wal() == BackupOptions.Wal.STREAM) {
            list.add("WAIT 0");
        }
        list.add("MANIFEST 'yes'");
        return "BASE_BACKUP (" + String.join(", ", list) + ")";
    }

    private String words(BackupOptions options) {
        StringBuilder words = new StringBuilder("BASE_BACKUP LABEL " + literal(options.label()) + " PROGRESS");
        words.append(options.checkpoint() == BackupOptions.Checkpoint.FAST ? " FAST" : "");
        words.append(options.wal() == BackupOptions.Wal.FETCH ? " WAL" : "");
        words.append(options.wal() == BackupOptions.Wal.STREAM ? " NOWAIT" : "");
        return words.append(capabilities.has(Feature.BACKUP_MANIFEST) ? " MANIFEST 'yes'" : "")
                .toString();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The command that makes a permanent slot, which keeps WAL from now on. */
    String slot(String name) {
        return "CREATE_REPLICATION_SLOT \"" + name + "\" PHYSICAL RESERVE_WAL";
    }

    /** The command that makes a temporary slot: it keeps WAL from now on and is dropped when the connection ends. */
    String temporarySlot(String name) {
        return "CREATE_REPLICATION_SLOT \"" + name + "\" TEMPORARY PHYSICAL RESERVE_WAL";
    }

    /** The command that asks for the name and the content of a timeline's history file. */
    static String history(int timeline) {
        return "TIMELINE_HISTORY " + timeline;
    }

    String startReplication(String slot, String start, int timeline) {
        String through = slot.isEmpty() ? "" : "SLOT \"" + slot + "\" ";
        return "START_REPLICATION " + through + start + " TIMELINE " + timeline;
    }
}
