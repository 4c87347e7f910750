package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.backup.BackupOptions.Flag;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses pg_basebackup's command line, and knows which of its options pgduo can carry out. */
public final class BackupWords {
    /** All options of pg_basebackup, 9.6 to 18; digits stand for long options that have no letter. */
    public static final Getopt OPTIONS = Getopt.of("RPvNwWCnzg145V?", "DFpUhSXclTdsrtZi236", """
            pgdata=D format=F write-recovery-conf=R progress=P verbose=v no-sync=N nosync=N no-password=w password=W
            create-slot=C no-clean=n noclean=n gzip=z compress=Z port=p username=U host=h dbname=d slot=S no-slot=g
            wal-method=X xlog-method=X checkpoint=c label=l tablespace-mapping=T status-interval=s max-rate=r
            target=t incremental=i no-manifest=1 waldir=2 xlogdir=2 manifest-checksums=3 no-estimate-size=4
            no-verify-checksums=5 sync-method=6 version=V help=?
            """);

    public static final String HELP = """
              -D, --pgdata=DIR                   where the copy goes
              -F, --format=p                     plain files, the only format here
              -R, --write-recovery-conf          the copy becomes a standby
              -X, --wal-method=none|fetch|stream
              -c, --checkpoint=fast|spread       taken as fast
              -S, --slot=NAME                    replication slot to use
              -C, --create-slot                  make it
              -T, --tablespace-mapping=OLD=NEW
              -l, --label=TEXT
              -N, --no-sync
              -P, --progress
              -v, --verbose
              -d, --dbname=CONNSTR
              -h, --host=HOST
              -p, --port=PORT
              -U, --username=NAME
              -V, --version
              -?, --help
            """;

    private static final String HERE = "RPvNwCngDFpUhSXclTds45V?";

    private static final Map<String, BackupOptions.Wal> WAL = Map.of(
            "f", BackupOptions.Wal.FETCH,
            "fetch", BackupOptions.Wal.FETCH,
            "n", BackupOptions.Wal.NONE,
            "none", BackupOptions.Wal.NONE);
    private static final Map<Character, Flag> FLAGS = Map.of(
            'R', Flag.WRITE_RECOVERY_CONF,
            'N', Flag.NO_SYNC,
            'C', Flag.CREATE_SLOT,
            'v', Flag.VERBOSE,
            'P', Flag.PROGRESS);

    private BackupWords() {}

    /** The first option that only the real program can carry out, as it is typed; empty when pgduo can carry out all. */
    public static Optional<String> missing(Getopt.Words words) {
        return words.options().stream()
                .filter(option -> HERE.indexOf(option.letter()) < 0
                        || (option.letter() == 'F' && !option.value().startsWith("p")))
                .map(option -> nameOf(option.letter()) + (option.value().isEmpty() ? "" : " " + option.value()))
                .findFirst();
    }

    private static String nameOf(char letter) {
        return Character.isDigit(letter)
                ? OPTIONS.names().entrySet().stream()
                        .filter(entry -> entry.getValue() == letter)
                        .map(entry -> "--" + entry.getKey())
                        .findFirst()
                        .orElse("")
                : "-" + letter;
    }

    /**
     * The options that the words stand for. The checkpoint is always fast: a spread one takes minutes without being of use here.
     *
     * @throws LabException for an invalid name of a slot or a directory
     */
    public static BackupOptions options(Getopt.Words words) {
        BackupOptions options = BackupOptions.plain()
                .with(WAL.getOrDefault(words.value('X').orElse("stream"), BackupOptions.Wal.STREAM))
                .withTablespaces(tablespaces(words.values('T')));
        for (Getopt.Option option : words.options()) {
            Flag flag = FLAGS.get(option.letter());
            options = flag == null ? options : options.with(flag);
        }
        Optional<String> label = words.value('l');
        options = label.isPresent() ? options.withLabel(label.get()) : options;
        Optional<String> slot = words.value('S');
        return slot.isPresent() ? options.with(new SlotName(slot.get())) : options;
    }

    /** Reads {@code OLD=NEW}. */
    private static Map<String, Path> tablespaces(List<String> mappings) {
        Map<String, Path> places = new HashMap<>();
        for (String mapping : mappings) {
            int equals = mapping.indexOf('=');
            if (equals > 0) {
                places.put(mapping.substring(0, equals), directory(mapping.substring(equals + 1)));
            }
        }
        return places;
    }

    private static Path directory(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new LabException(ErrorReport.error("invalid tablespace directory: " + e.getReason()), e);
        }
    }
}
