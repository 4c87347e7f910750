package dev.pgduo.lab.os;

import java.util.Optional;
import java.util.Set;

/** {@code pg_basebackup -D DIR …} in plain format. */
final class BaseBackupIdiom implements Idiom {
    private static final Set<String> FLAGS =
            Set.of("R", "P", "v", "N", "w", "write-recovery-conf", "progress", "verbose", "no-sync", "no-password");
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
                words.option("S", "slot"),
                words.option("X", "wal-method", "xlog-method").orElse("stream"),
                words.option("R", "write-recovery-conf").isPresent(),
                line);
    }
}
