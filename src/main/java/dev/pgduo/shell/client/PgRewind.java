package dev.pgduo.shell.client;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.layout.RecoveryConf;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.process.Programs;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.cluster.rewind.CrashRecovery;
import dev.pgduo.cluster.rewind.DirectorySource;
import dev.pgduo.cluster.rewind.RestoreCommand;
import dev.pgduo.cluster.rewind.Rewind;
import dev.pgduo.cluster.rewind.RewindOptions;
import dev.pgduo.cluster.rewind.RewindSource;
import dev.pgduo.cluster.rewind.ServerSource;
import dev.pgduo.cluster.wal.MissingSegments;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.ConninfoDefaults;
import dev.pgduo.wire.DriverAhead;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** pg_rewind: rewinds a data directory whose history has diverged from that of another cluster. */
final class PgRewind implements ClientProgram {
    private static final String ROOT = "root";

    @Override
    public String name() {
        return "pg_rewind";
    }

    @Override
    public Getopt options() {
        return Getopt.of(
                "cdeNnPRV?",
                "DCSs",
                "restore-target-wal=c target-pgdata=D source-pgdata=S source-server=s dry-run=n no-sync=N progress=P"
                        + " write-recovery-conf=R config-file=C debug=d no-ensure-shutdown=e version=V help=?");
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        check(words);
        try {
            if (System.getProperty("user.name").equals(ROOT)) {
                out.error("cannot be executed by \"root\"");
                out.hint("You must run pg_rewind as the PostgreSQL superuser.");
                return 1;
            }
            rewind(words, out);
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            out.error(FailureReason.of(e));
            return 1;
        }
    }

    private static void check(Getopt.Words words) throws Misuse {
        boolean server = words.has('s');
        if (!server && !words.has('S')) {
            throw new Misuse("no source specified (--source-pgdata or --source-server)");
        }
        if (server && words.has('S')) {
            throw new Misuse("only one of --source-pgdata or --source-server can be specified");
        }
        if (!words.has('D')) {
            throw new Misuse("no target data directory specified (--target-pgdata)");
        }
        if (words.has('R') && !server) {
            throw new Misuse("no source server information (--source-server) specified for --write-recovery-conf");
        }
        if (!words.operands().isEmpty()) {
            throw Misuse.tooMany(words.operands(), 0);
        }
    }

    private static void rewind(Getopt.Words words, ClientOutput out) throws IOException {
        Path target = Path.of(words.value('D').orElseThrow());
        if (!Files.isDirectory(target)) {
            throw LabException.of(
                    "could not read permissions of directory \"" + target + "\": No such file or directory");
        }
        if (words.has('s')) {
            DriverAhead.beginWithoutCalendar();
        }
        RewindOutput output = new RewindOutput(out, words);
        MissingSegments missing = words.has('c')
                ? RestoreCommand.of(target, postgres(out), words.value('C'), output::debug)
                : MissingSegments.GONE;
        if (words.has('S')) {
            run(new DirectorySource(Path.of(words.value('S').get())), new Task(target, words, missing), out, output);
            return;
        }
        Conninfo full = new ConninfoDefaults(out.environment())
                .complete(Conninfo.parse(words.value('s').orElseThrow()));
        try (WireConnection connection = connect(full, out)) {
            output.step("connected to server");
            run(new ServerSource(connection).begin(), new Task(target, words, missing), out, output);
        }
    }

    private record Task(Path target, Getopt.Words words, MissingSegments missing) {}

    private static void run(RewindSource source, Task task, ClientOutput out, RewindOutput output) throws IOException {
        Getopt.Words words = task.words;
        Optional<CrashRecovery> recovery = words.has('e') || clean(task.target)
                ? Optional.empty()
                : Optional.of(new CrashRecovery(postgres(out), words.value('C'), new RunAs.Direct()));
        Runnable settings =
                words.has('R') && source instanceof ServerSource server ? () -> write(task.target, server) : () -> {};
        RewindOptions options = new RewindOptions(
                words.has('n'),
                !words.has('N'),
                task.missing,
                recovery,
                new RewindOptions.Places((oid, location) -> location, settings));
        new Rewind(task.target, source, options, output).run();
    }

    private static boolean clean(Path target) {
        return ControlData.tryRead(target).filter(Rewind::clean).isPresent();
    }

    private static Path postgres(ClientOutput out) {
        return Programs.find("postgres")
                .orElseThrow(() -> LabException.of("program \"postgres\" is needed by " + out.program()
                        + " but was not found in the same directory as \"" + out.program() + "\""));
    }

    private static WireConnection connect(Conninfo full, ClientOutput out) {
        try {
            return ServerWords.reached(
                    full,
                    out,
                    (server, password) -> WireConnection.open(server.withPassword(password), Map.of(), full, null)
                            .checked(full.target()));
        } catch (ConnectFailed e) {
            throw LabException.of(e.words());
        }
    }

    private static void write(Path target, ServerSource source) {
        Upstream upstream = new Upstream(source.connection().endpoint(), Optional.empty());
        new RecoveryConf(target, source.capabilities(), new RunAs.Direct()).write(upstream, "walreceiver");
    }
}
