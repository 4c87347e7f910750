package dev.pgduo.lab.os;

import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.SlotName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code pg_basebackup -D DIR …} in plain format. */
final class BaseBackupIdiom implements Idiom {
    private static final Map<String, BackupOptions.Wal> WAL = Map.of(
            "f", BackupOptions.Wal.FETCH,
            "fetch", BackupOptions.Wal.FETCH,
            "n", BackupOptions.Wal.NONE,
            "none", BackupOptions.Wal.NONE);
    private static final Set<String> FLAGS = Set.of(
            "R", "P", "v", "N", "w", "write-recovery-conf", "progress", "verbose", "no-sync", "nosync", "no-password");
    private static final Set<String> VALUED = Set.of(
            "D",
            "p",
            "U",
            "h",
            "S",
            "X",
            "c",
            "l",
            "pgdata",
            "port",
            "username",
            "host",
            "slot",
            "wal-method",
            "xlog-method",
            "checkpoint",
            "label");

    @Override
    public Optional<OsAction> recognise(String line) {
        return ShellWords.split(line)
                .filter(words -> !words.isEmpty() && words.get(0).equals("pg_basebackup"))
                .flatMap(words -> CommandWords.read(words.subList(1, words.size()), FLAGS, VALUED))
                .filter(words -> words.operands().isEmpty()
                        && words.option("D", "pgdata").isPresent())
                .map(words -> action(words, line));
    }

    private static OsAction action(CommandWords words, String line) {
        return new OsAction.BaseBackup(
                words.option("D", "pgdata").orElseThrow(),
                words.option("p", "port"),
                words.option("U", "username"),
                options(words),
                line);
    }

    /** A spread checkpoint is never asked for: it takes minutes and shows nothing. */
    private static BackupOptions options(CommandWords words) {
        String wal = words.option("X", "wal-method", "xlog-method").orElse("stream");
        BackupOptions options = BackupOptions.standby().with(WAL.getOrDefault(wal, BackupOptions.Wal.STREAM));
        options = words.option("R", "write-recovery-conf").isPresent() ? options : options.withoutRecoveryConf();
        options = words.option("N", "no-sync", "nosync").isPresent() ? options.withoutSync() : options;
        Optional<String> slot = words.option("S", "slot");
        return slot.isPresent() ? options.with(new SlotName(slot.get())) : options;
    }
}
