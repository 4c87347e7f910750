package dev.pgduo.shell.client;

import dev.pgduo.cluster.BackupListener;
import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.Endpoint;
import dev.pgduo.cluster.FileTree;
import dev.pgduo.cluster.Port;
import dev.pgduo.cluster.RecoveryConf;
import dev.pgduo.cluster.backup.BackupWords;
import dev.pgduo.cluster.backup.ProtocolBackup;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.report.LabException;
import dev.pgduo.session.connection.Conninfo;
import dev.pgduo.session.connection.ConninfoDefaults;
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
    public String help() {
        return BackupWords.HELP;
    }

    @Override
    public int misuse() {
        return 1;
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) {
        Optional<String> missing = BackupWords.missing(words);
        if (missing.isPresent()) {
            out.error("pgduo's own pg_basebackup has no option " + missing.get());
            out.hint("Install PostgreSQL's client programs for it (Debian, Ubuntu: apt install postgresql-client).");
            return misuse();
        }
        if (!words.operands().isEmpty()) {
            out.error("too many command-line arguments (first is \""
                    + words.operands().get(0) + "\")");
            out.tryHelp();
            return misuse();
        }
        if (words.value('D').isEmpty()) {
            out.error("no target directory specified");
            out.tryHelp();
            return misuse();
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
        Conninfo full = full(words, out);
        Endpoint source = new Endpoint(
                full.endpoints().get(0).host(),
                new Port(full.endpoints().get(0).port()),
                full.endpoints().get(0).user());
        Optional<String> password = Optional.ofNullable(full.value("password"))
                .or(() -> Optional.ofNullable(new ConninfoDefaults(out.environment())
                        .password(full, full.endpoints().get(0), out::note)));
        BackupOptions options = BackupWords.options(words).with(new BackupListener() {
            @Override
            public void said(String line) {
                out.note(line);
            }
        });
        try {
            ProtocolBackup client = ProtocolBackup.from(source, target, password);
            client.take(source, target, options);
            if (options.has(BackupOptions.Flag.WRITE_RECOVERY_CONF)) {
                String name = full.value("application_name", "walreceiver");
                new RecoveryConf(target, client.capabilities(), new RunAs.Direct())
                        .write(source.conninfo(name), options.slot());
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

    private static Conninfo full(Getopt.Words words, ClientOutput out) {
        Conninfo said = Conninfo.empty()
                .with("host", words.value('h').orElse(null))
                .with("port", words.value('p').orElse(null))
                .with("user", words.value('U').orElse(null));
        String string = words.value('d').orElse(null);
        return new ConninfoDefaults(out.environment())
                .complete(string == null ? said : said.overlaid(Conninfo.parse(string)));
    }

    /** Nothing half-made stays. */
    private static void remove(Path target, ClientOutput out) {
        out.note("pg_basebackup: removing contents of data directory \"" + target + "\"");
        try {
            FileTree.empty(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
