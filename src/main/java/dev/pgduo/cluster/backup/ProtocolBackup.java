package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.WalSegment;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.ReplicationConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a base backup as pg_basebackup does, over the replication protocol: no program is needed, on any major.
 *
 * @param capabilities of the source
 * @param home the node or directory that gets the copy
 * @param connection how to connect besides where to: password, encryption, time limits
 * @param durable whether the copy has to survive a crash of the machine: only then it is flushed to disk
 * @see <a href="https://www.postgresql.org/docs/current/protocol-replication.html">BASE_BACKUP</a>
 */
public record ProtocolBackup(Capabilities capabilities, Home home, Conninfo connection, boolean durable)
        implements BaseBackupClient {
    private static final String NAME = "pg_basebackup";
    private static final Conninfo CONNECTION = Conninfo.empty().with("connect_timeout", "10");

    /**
     * Where a copy is made.
     *
     * @param name a part of the temporary slot's name, which makes it unique
     * @param data the data directory in the end; tablespaces go beside it
     */
    public record Home(String name, Path data) {}

    /** A backup for a node whose server has the source's version. */
    public static ProtocolBackup of(NodeSettings node, Optional<String> password) {
        Home home = new Home(node.name().toString(), node.layout().data());
        return new ProtocolBackup(node.capabilities(), home, CONNECTION.with("password", password.orElse(null)), true);
    }

    /**
     * A backup into a directory, from a server whose version is asked for.
     *
     * @param connection how to connect besides where to
     * @throws IOException when it cannot be reached
     */
    public static ProtocolBackup from(Endpoint source, Path data, Conninfo connection) throws IOException {
        try (ReplicationConnection link = open(source, connection)) {
            Capabilities capabilities = Capabilities.of(ServerVersion.parse(link.serverVersion()));
            return new ProtocolBackup(capabilities, new Home("client", data), connection, true);
        }
    }

    private static ReplicationConnection open(Endpoint source, Conninfo connection) throws IOException {
        try {
            Endpoint server = source.withDatabase("").withPassword(connection.value("password"));
            return ReplicationConnection.open(server, connection, NAME);
        } catch (ConnectFailed e) {
            throw new IOException(e.words(), e);
        }
    }

    /** The same for a copy that need not survive a crash of the machine: it is not flushed to disk. */
    public ProtocolBackup passing() {
        return new ProtocolBackup(capabilities, home, connection, false);
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "ProtocolBackup[" + home + "]";
    }

    @Override
    public String commandLine(Endpoint source, Path target, BackupOptions options) {
        return BaseBackupClient.line(source, target, options);
    }

    @Override
    public void take(Endpoint source, Path directory, BackupOptions options) {
        try (Taking taking = new Taking(source, directory, options)) {
            taking.run();
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new LabException(
                    ErrorReport.error("could not take the base backup: "
                                    + reason.lines().findFirst().orElse("").replaceFirst("^[A-Z]+:  ", ""))
                            .detail(reason.lines()
                                    .skip(1)
                                    .reduce((x, y) -> x + "\n" + y)
                                    .orElse(null)),
                    List.of("pg_basebackup: error: " + reason));
        }
    }

    /** One base backup under way. */
    private final class Taking implements AutoCloseable {
        private final Endpoint source;
        private final Path directory;
        private final BackupOptions options;
        private final BackupCommand commands = new BackupCommand(capabilities);
        private final ReplicationConnection link;
        private final Syncer syncer;
        private final List<Path> made = new ArrayList<>();
        private @Nullable WalStream wal;
        private long total;
        private long received;
        private boolean complete;

        Taking(Endpoint source, Path directory, BackupOptions options) throws IOException {
            this.source = source;
            this.directory = directory;
            this.options = options;
            this.syncer = new Syncer(durable && !options.has(BackupOptions.Flag.NO_SYNC));
            this.link = open(source, connection);
        }

        void run() throws IOException {
            if (options.has(BackupOptions.Flag.CREATE_SLOT) && options.slot().isPresent()) {
                link.ask(commands.slot(options.slot().get().value()));
            }
            if (options.wal() == BackupOptions.Wal.FETCH && capabilities.has(Feature.TEMPORARY_SLOTS)) {
                link.ask(commands.temporarySlot(slotName()));
            }
            verbose("initiating base backup, waiting for checkpoint to complete");
            link.send(commands.baseBackup(options));
            List<@Nullable String> begin = link.rows().get(0);
            verbose("checkpoint completed");
            List<Tablespace> tablespaces =
                    link.rows().stream().map(Tablespace::of).toList();
            total = tablespaces.stream().mapToLong(Tablespace::kilobytes).sum();
            Lsn start = Lsn.parse(String.valueOf(begin.get(0)));
            verbose("write-ahead log start point: " + start + " on timeline " + begin.get(1));
            if (options.wal() == BackupOptions.Wal.STREAM) {
                startWal(start, Integer.parseInt(String.valueOf(begin.get(1))));
            }
            Map<String, BackupManifest.Content> written = receive(tablespaces);
            Lsn end = Lsn.parse(String.valueOf(link.rows().get(0).get(0)));
            verbose("write-ahead log end point: " + end);
            link.ready();
            if (wal != null) {
                verbose("waiting for background process to finish streaming ...");
                wal.finish(end);
            }
            if (capabilities.has(Feature.BACKUP_MANIFEST)) {
                BackupManifest.verify(directory.resolve("backup_manifest"), written);
            }
            sync();
            verbose("base backup completed");
            complete = true;
        }

        private void sync() throws IOException {
            if (!options.has(BackupOptions.Flag.NO_SYNC)) {
                verbose("syncing data to disk ...");
            }
            List<Path> trees = new ArrayList<>(made);
            trees.add(directory);
            syncer.complete(trees);
        }

        private void verbose(String line) {
            if (options.has(BackupOptions.Flag.VERBOSE)) {
                options.listener().said(NAME + ": " + line);
            }
        }

        private void tell(BackupProgress progress) {
            options.listener().progress(progress);
        }

        private Map<String, BackupManifest.Content> receive(List<Tablespace> tablespaces) throws IOException {
            Map<String, Path> links = new HashMap<>();
            for (Tablespace tablespace : tablespaces) {
                if (!tablespace.isDataDirectory()) {
                    links.put(tablespace.link(), place(tablespace));
                }
            }
            BackupFiles.Plan plan = new BackupFiles.Plan(links, syncer, this::progress);
            Archives archives = new Archives(link, directory, plan);
            if (capabilities.has(Feature.BASE_BACKUP_OPTION_LIST)) {
                archives.receiveInOne();
            } else {
                archives.receiveOneByOne(tablespaces, capabilities.has(Feature.BACKUP_MANIFEST));
            }
            tell(new BackupProgress(received >> 10, received >> 10));
            if (options.has(BackupOptions.Flag.PROGRESS)) {
                options.listener().said(BackupProgress.last(received >> 10, tablespaces.size()));
            }
            return plan.written();
        }

        /**
         * The directory for a tablespace's copy, made anew.
         *
         * @throws IOException when it exists and is not empty
         */
        private Path place(Tablespace tablespace) throws IOException {
            Path copy = options.tablespaces().get(tablespace.location());
            Path place = copy == null ? tablespace.beside(home.data()) : copy;
            java.nio.file.Files.createDirectories(place.getParent());
            try (var entries = java.nio.file.Files.exists(place)
                    ? java.nio.file.Files.list(place)
                    : java.util.stream.Stream.empty()) {
                if (entries.findAny().isPresent()) {
                    throw new IOException("directory \"" + place + "\" exists but is not empty");
                }
            }
            BackupFiles.make(place, 0700);
            made.add(place);
            return place;
        }

        private void startWal(Lsn start, int timeline) throws IOException {
            verbose("starting background WAL receiver");
            Path walDirectory = directory.resolve(capabilities.walDirectory());
            BackupFiles.make(walDirectory, 0700);
            BackupFiles.make(walDirectory.resolve("archive_status"), 0700);
            ReplicationConnection other = open(source, connection);
            String slot = options.slot().map(Object::toString).orElse("");
            if (slot.isEmpty() && capabilities.has(Feature.TEMPORARY_SLOTS)) {
                slot = slotName();
                other.ask(commands.temporarySlot(slot));
                verbose("created temporary replication slot \"" + slot + "\"");
            }
            long size = segmentSize(other);
            Lsn from = WalSegment.of(timeline, start, size).start();
            WalFiles files = new WalFiles(walDirectory, timeline, size, syncer);
            if (timeline > 1) {
                List<@Nullable String> history =
                        other.ask(BackupCommand.history(timeline)).get(0);
                files.history(String.valueOf(history.get(0)), String.valueOf(history.get(1)));
            }
            WalStream stream = new WalStream(other, files, from);
            wal = stream;
            stream.start(commands.startReplication(slot, from.toString(), timeline));
        }

        private long segmentSize(ReplicationConnection other) throws IOException {
            if (!capabilities.has(Feature.SHOW_IN_REPLICATION)) {
                return 16L << 20;
            }
            String size =
                    String.valueOf(other.ask("SHOW wal_segment_size").get(0).get(0));
            long number = Long.parseLong(size.replaceAll("\\D", ""));
            return size.endsWith("GB") ? number << 30 : number << 20;
        }

        private String slotName() {
            return "pg_basebackup_" + ProcessHandle.current().pid() + "_" + home.name();
        }

        private void progress(long bytes) {
            long before = received >> 20;
            received += bytes;
            if (received >> 20 != before) {
                tell(new BackupProgress(received >> 10, Math.max(total, received >> 10)));
            }
        }

        @Override
        public void close() throws IOException {
            syncer.close();
            link.close();
            if (wal != null) {
                wal.close();
            }
            if (!complete) {
                for (Path place : made) {
                    dev.pgduo.cluster.files.FileTree.delete(place);
                }
            }
        }
    }
}
