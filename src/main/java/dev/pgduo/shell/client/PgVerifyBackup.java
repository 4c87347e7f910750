package dev.pgduo.shell.client;

import dev.pgduo.cluster.backup.Manifest;
import dev.pgduo.cluster.backup.ManifestException;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** pg_verifybackup: compares a base backup with its manifest. */
final class PgVerifyBackup implements ClientProgram {
    @Override
    public String name() {
        return "pg_verifybackup";
    }

    @Override
    public Getopt options() {
        return Getopt.of(
                "enqsV?",
                "imw",
                "exit-on-error=e ignore=i manifest-path=m no-parse-wal=n quiet=q skip-checksums=s wal-directory=w"
                        + " version=V help=?");
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        if (words.operands().isEmpty()) {
            throw new Misuse("no backup directory specified");
        }
        if (words.operands().size() > 1) {
            throw Misuse.tooMany(words.operands(), 1);
        }
        Path backup = Path.of(words.operands().get(0)).normalize();
        Path file = words.value('m').map(Path::of).orElse(backup.resolve("backup_manifest"));
        BackupFindings findings = new BackupFindings(out, words.has('e'));
        try {
            BackupComparison comparison = new BackupComparison(backup, manifest(file), words.values('i'), findings);
            comparison.files();
            if (!words.has('s')) {
                comparison.checksums();
            }
            if (!words.has('n')) {
                Path log = words.value('w').map(Path::of).orElse(backup.resolve("pg_wal"));
                comparison.manifest().ranges().forEach(range -> log(log, range, findings));
            }
        } catch (BackupFindings.Enough e) {
            return 1;
        }
        if (!findings.any() && !words.has('q')) {
            out.line("backup successfully verified");
        }
        return findings.any() ? 1 : 0;
    }

    private static Manifest manifest(Path file) {
        try {
            return Manifest.read(file);
        } catch (ManifestException e) {
            throw LabException.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw LabException.of("could not open file \"" + file + "\": " + FailureReason.of(e));
        }
    }

    /** Checks that the WAL range can be read, for which the real program runs pg_waldump. */
    private static void log(Path directory, Manifest.Range range, BackupFindings findings) {
        List<String> words = List.of(
                "pg_waldump",
                "--quiet",
                "--path=" + directory,
                "--timeline=" + range.timeline(),
                "--start=" + range.start(),
                "--end=" + range.end());
        ClientOutput out = findings.out();
        int code = new ClientMain(out.out(), out.err(), out.environment())
                .run(words)
                .orElseThrow();
        if (code != 0) {
            findings.add("WAL parsing failed for timeline " + range.timeline());
        }
    }
}
