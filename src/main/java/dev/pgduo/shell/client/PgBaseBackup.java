package dev.pgduo.shell.client;

import dev.pgduo.cluster.backup.BackupListener;
import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.backup.BackupWords;
import dev.pgduo.cluster.backup.ProtocolBackup;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.RecoveryConf;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** pg_basebackup in plain format. */
final class PgBaseBackup implements ClientProgram {
    @Override
    public String name() {
        return "pg_basebackup";
    }

    @Override
    public Getopt options() {
        return BackupWords.OPTIONS;
    }

    @Override
    public String usage() {
        return ClientProgram.usage(name(), BackupWords.HELP);
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        Optional<String> missing = BackupWords.missing(words);
        if (missing.isPresent()) {
            out.error("pgduo's own pg_basebackup has no option " + missing.get());
            out.hint("Install the client programs of the server's major for it (Debian, Ubuntu: apt install"
                    + " postgresql-client-17 for 17).");
            return misuse();
        }
        if (!words.operands().isEmpty()) {
            throw Misuse.tooMany(words.operands(), 0);
        }
        if (words.value('D').isEmpty()) {
            throw new Misuse("no target directory specified");
        }
        return copy(Path.of(words.value('D').get()).toAbsolutePath().normalize(), words, out);
    }

    private static int copy(Path target, Getopt.Words words, ClientOutput out) {
        boolean made = !Files.exists(target);
        try {
            if (made) {
                Files.createDirectories(
                        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else if (!FileTree.entries(target).isEmpty()) {
                out.error("directory \"" + target + "\" exists but is not empty");
                return 1;
            }
            return take(target, words, out);
        } catch (IOException | IllegalArgumentException e) {
            out.error(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private static int take(Path target, Getopt.Words words, ClientOutput out) throws IOException {
        Conninfo full = ServerWords.of(words, out);
        BackupOptions options = BackupWords.options(words).with(new BackupListener() {
            @Override
            public void said(String line) {
                out.note(line);
            }
        });
        try {
            Reached reached = reached(full, target, out);
            ProtocolBackup client = reached.client();
            Endpoint source = reached.source();
            client.take(source, target, options);
            if (options.has(BackupOptions.Flag.WRITE_RECOVERY_CONF)) {
                String name = full.value("application_name", "walreceiver");
                new RecoveryConf(target, client.capabilities(), new RunAs.Direct())
                        .write(new Upstream(source, options.slot()), name);
            }
            return 0;
        } catch (LabException e) {
            List<String> said = e.said().isEmpty()
                    ? List.of("pg_basebackup: error: " + e.report().message())
                    : e.said();
            said.forEach(out::note);
            remove(target, out);
            return 1;
        }
    }

    /** The server that answered. */
    private record Reached(Endpoint source, ProtocolBackup client) {}

    private static Reached reached(Conninfo full, Path target, ClientOutput out) throws IOException {
        try {
            return ServerWords.reached(full, out, (server, password) -> {
                try {
                    return new Reached(server, ProtocolBackup.from(server, target, full.with("password", password)));
                } catch (IOException e) {
                    throw new ConnectFailed(String.valueOf(e.getMessage()), null, e);
                }
            });
        } catch (ConnectFailed e) {
            throw new IOException(e.words(), e);
        }
    }

    /** Removes an incomplete backup. */
    private static void remove(Path target, ClientOutput out) {
        out.note("pg_basebackup: removing contents of data directory \"" + target + "\"");
        try {
            FileTree.empty(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
