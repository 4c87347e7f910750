package dev.pgduo.shell.client;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.wal.WalDirectory;
import dev.pgduo.cluster.wal.WalSegment;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** pg_resetwal with {@code -n}: prints what it would change, and changes nothing. */
final class PgResetWal implements ClientProgram {
    /** The letter that stands for {@code --wal-segsize}, which has none. */
    static final char SEGMENT_SIZE = '\u0001';

    /** The lines of pg_controldata's report that pg_resetwal prints. */
    private static final Set<String> SHOWN = Set.of(
            "pg_control version number",
            "Catalog version number",
            "Database system identifier",
            "Latest checkpoint's TimeLineID",
            "Latest checkpoint's full_page_writes",
            "Latest checkpoint's NextXID",
            "Latest checkpoint's NextOID",
            "Latest checkpoint's NextMultiXactId",
            "Latest checkpoint's NextMultiOffset",
            "Latest checkpoint's oldestXID",
            "Latest checkpoint's oldestXID's DB",
            "Latest checkpoint's oldestActiveXID",
            "Latest checkpoint's oldestMultiXid",
            "Latest checkpoint's oldestMulti's DB",
            "Latest checkpoint's oldestCommitTsXid",
            "Latest checkpoint's newestCommitTsXid",
            "Maximum data alignment",
            "Database block size",
            "Blocks per segment of large relation",
            "WAL block size",
            "Bytes per WAL segment",
            "Maximum length of identifiers",
            "Maximum columns in an index",
            "Maximum size of a TOAST chunk",
            "Size of a large-object chunk",
            "Date/time type storage",
            "Float4 argument passing",
            "Float8 argument passing",
            "Data page checksum version",
            "Default char data signedness");

    @Override
    public String name() {
        return "pg_resetwal";
    }

    @Override
    public Getopt options() {
        return Getopt.of(
                "fnV?",
                "cDelmoOux" + SEGMENT_SIZE,
                "commit-timestamp-ids=c pgdata=D epoch=e force=f next-wal-file=l multixact-ids=m dry-run=n next-oid=o"
                        + " multixact-offset=O oldest-transaction-id=u next-transaction-id=x wal-segsize="
                        + SEGMENT_SIZE + " version=V help=?");
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        ResetWalChanges changes = ResetWalChanges.of(words);
        Path data = DataDirectoryWord.of(words, "");
        if (System.getProperty("user.name").equals("root")) {
            out.error("cannot be executed by \"root\"");
            out.hint("You must run pg_resetwal as the PostgreSQL superuser.");
            return 1;
        }
        if (!words.has('n')) {
            out.error("pgduo's own pg_resetwal only shows what would be done (-n)");
            out.hint("Install PostgreSQL's server package for it (Debian, Ubuntu: apt install postgresql).");
            return 1;
        }
        ControlData control = control(data, out);
        if (!control.intact()) {
            out.warning("pg_control exists but has invalid CRC; proceed with caution");
        }
        show(control, out);
        out.line("");
        out.line("");
        out.line("Values to be changed:");
        out.line("");
        changes.lines(control, segments(data.resolve(control.capabilities().walDirectory()), control.segmentSize()))
                .forEach(out::line);
        return 0;
    }

    private static ControlData control(Path data, ClientOutput out) {
        if (!Files.isDirectory(data)) {
            throw LabException.of(
                    "could not read permissions of directory \"" + data + "\": No such file or directory");
        }
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            throw LabException.of("could not open file \"PG_VERSION\" for reading: No such file or directory");
        }
        if (Files.exists(data.resolve("postmaster.pid"))) {
            throw LabException.of(
                    "lock file \"postmaster.pid\" exists",
                    "Is a server running?  If not, delete the lock file and try again.");
        }
        if (!Files.exists(ControlData.file(data))) {
            throw LabException.of(
                    "could not open file \"global/pg_control\" for reading: No such file or directory",
                    "If you are sure the data directory path is correct, execute\n  touch global/pg_control\n"
                            + "and try again.");
        }
        try {
            return ControlData.read(data);
        } catch (LabException e) {
            out.warning("pg_control exists but is broken or wrong version; ignoring it");
            throw LabException.of(
                    "pgduo's own pg_resetwal does not guess what pg_control should say",
                    "Install PostgreSQL's server package for it (Debian, Ubuntu: apt install postgresql).");
        }
    }

    private static void show(ControlData control, ClientOutput out) {
        out.line((control.intact() ? "Current" : "Guessed") + " pg_control values:");
        out.line("");
        control.report().stream()
                .filter(line -> SHOWN.contains(line.substring(0, Math.max(0, line.indexOf(':')))))
                .forEach(out::line);
    }

    private static List<WalSegment> segments(Path directory, long size) {
        try (Stream<Path> files = FileTree.entries(directory).stream()) {
            return files.map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.partial$", ""))
                    .filter(name -> WalDirectory.SEGMENT.matcher(name).matches())
                    .map(name -> WalSegment.parse(name, size))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw LabException.of(
                    "could not open directory \"" + directory.getFileName() + "\": " + FailureReason.of(e));
        }
    }
}
