package dev.pgduo.lab.os;

import dev.pgduo.cluster.backup.BackupWords;
import dev.pgduo.cluster.process.Getopt;
import java.util.Optional;

/** {@code pg_basebackup -D DIR …} in plain format. */
final class BaseBackupIdiom implements Idiom {
    @Override
    public Optional<OsAction> recognise(String line) {
        return ShellWords.split(line)
                .filter(words -> !words.isEmpty() && words.get(0).equals("pg_basebackup"))
                .flatMap(words -> Idiom.read(BackupWords.OPTIONS, words))
                .filter(words -> words.operands().isEmpty() && words.value('D').isPresent())
                .filter(words -> BackupWords.missing(words).isEmpty() && !words.has('V') && !words.has(Getopt.HELP))
                .map(words -> action(words, line));
    }

    private static OsAction action(Getopt.Words words, String line) {
        return new OsAction.BaseBackup(
                words.value('D').orElseThrow(), words.value('p'), words.value('U'), BackupWords.options(words), line);
    }
}
