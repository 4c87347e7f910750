package dev.pgduo.lab.os;

import dev.pgduo.cluster.backup.BackupWords;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.ShellWords;
import java.util.Optional;

/** {@code pg_basebackup -D DIR …} in plain format, also with a pipe behind it. */
final class BaseBackupIdiom implements Idiom {
    @Override
    public Optional<OsAction> recognise(TypedCommand command) {
        String line = command.line();
        Optional<Piped> pipe = Piped.split(line);
        return ShellWords.split(pipe.map(Piped::head).orElse(line))
                .filter(words -> !words.isEmpty() && words.get(0).equals("pg_basebackup"))
                .flatMap(words -> Idiom.read(BackupWords.OPTIONS, words))
                .filter(words -> words.operands().isEmpty() && words.value('D').isPresent())
                .filter(words -> BackupWords.missing(words).isEmpty() && !words.has('V') && !words.has(Getopt.HELP))
                .filter(words -> words.value('p')
                        .or(() -> command.setting("PGPORT"))
                        .filter(port -> !port.matches("\\d{1,5}"))
                        .isEmpty())
                .filter(words -> words.value('d').isEmpty())
                .flatMap(words -> action(words, pipe, command));
    }

    /** The action; empty for invalid values, which are left to the real program for its messages. */
    private static Optional<OsAction> action(Getopt.Words words, Optional<Piped> pipe, TypedCommand command) {
        try {
            return Optional.of(new OsAction.BaseBackup(
                    words.value('D').orElseThrow(),
                    words.value('h').or(() -> command.setting("PGHOST")),
                    words.value('p').or(() -> command.setting("PGPORT")),
                    words.value('U').or(() -> command.setting("PGUSER")),
                    BackupWords.options(words),
                    pipe,
                    command.text()));
        } catch (LabException e) {
            return Optional.empty();
        }
    }
}
