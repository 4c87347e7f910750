package dev.pgduo.shell.client;

import dev.pgduo.cluster.checksum.ChecksumListener;
import dev.pgduo.cluster.checksum.DataChecksums;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.control.ControlState;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.Locale;

/** pg_checksums: checks, enables or disables the checksums of a cluster that does not run. */
final class PgChecksums implements ClientProgram {
    @Override
    public String name() {
        return "pg_checksums";
    }

    @Override
    public Getopt options() {
        return Getopt.of(
                "cdeNPvV?",
                "Df",
                "check=c pgdata=D disable=d enable=e filenode=f no-sync=N progress=P verbose=v version=V help=?");
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        for (String value : words.values('f')) {
            IntegerOption.of("-f/--filenode", value, 0, Integer.MAX_VALUE);
        }
        Path data = DataDirectoryWord.of(words, out);
        Mode mode = Mode.of(words);
        if (mode != Mode.CHECK && words.has('f')) {
            throw new Misuse("option -f/--filenode can only be used with --check");
        }
        require(ControlData.read(data), mode);
        DataChecksums checksums = new DataChecksums(data, words.value('f'), !words.has('N'));
        if (mode == Mode.CHECK) {
            return check(checksums, words, out);
        }
        if (mode == Mode.ENABLE) {
            enable(checksums, words, out);
        }
        if (!words.has('N')) {
            out.info("syncing data directory");
        }
        out.info("updating control file");
        checksums.enabled(mode == Mode.ENABLE);
        if (words.has('v')) {
            out.line("Data checksum version: " + (mode == Mode.ENABLE ? 1 : 0));
        }
        out.line("Checksums " + mode + " in cluster");
        return 0;
    }

    private enum Mode {
        CHECK,
        ENABLE,
        DISABLE;

        static Mode of(Getopt.Words words) {
            Mode mode = CHECK;
            for (Getopt.Option option : words.options()) {
                mode = switch (option.letter()) {
                    case 'c' -> CHECK;
                    case 'e' -> ENABLE;
                    case 'd' -> DISABLE;
                    default -> mode;
                };
            }
            return mode;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT) + "d";
        }
    }

    private static void require(ControlData control, Mode mode) {
        if (!control.intact()) {
            throw LabException.of("pg_control CRC value is incorrect");
        }
        if (control.state().filter(ControlState::clean).isEmpty()) {
            throw LabException.of("cluster must be shut down");
        }
        boolean enabled = control.number("data_checksum_version") != 0;
        if (mode == Mode.CHECK && !enabled) {
            throw LabException.of("data checksums are not enabled in cluster");
        }
        if ((mode == Mode.ENABLE && enabled) || (mode == Mode.DISABLE && !enabled)) {
            throw LabException.of("data checksums are already " + mode + " in cluster");
        }
    }

    private static int check(DataChecksums checksums, Getopt.Words words, ClientOutput out) {
        Listener listener = new Listener(words, out, "verified");
        DataChecksums.Counts counts = checksums.check(listener);
        completed(counts, listener, out);
        out.line("Bad checksums:  " + counts.bad());
        out.line("Data checksum version: 1");
        return counts.bad() > 0 ? 1 : 0;
    }

    private static void enable(DataChecksums checksums, Getopt.Words words, ClientOutput out) {
        Listener listener = new Listener(words, out, "enabled");
        DataChecksums.Counts counts = checksums.write(listener);
        completed(counts, listener, out);
        out.line("Files written:  " + counts.filesWritten());
        out.line("Blocks written: " + counts.blocksWritten());
    }

    private static void completed(DataChecksums.Counts counts, Listener listener, ClientOutput out) {
        listener.progress.end();
        out.line("Checksum operation completed");
        out.line("Files scanned:   " + counts.files());
        out.line("Blocks scanned:  " + counts.blocks());
    }

    /** Prints the progress and the errors. */
    private static final class Listener implements ChecksumListener {
        private final ClientOutput out;
        private final boolean verbose;
        private final String done;
        private final MegabyteProgress progress;

        Listener(Getopt.Words words, ClientOutput out, String done) {
            this.out = out;
            this.verbose = words.has('v');
            this.done = done;
            this.progress = new MegabyteProgress(out, words.has('P'));
        }

        @Override
        public void wrong(Path file, long block, int calculated, int stored) {
            out.error(String.format(
                    Locale.ROOT,
                    "checksum verification failed in file \"%s\", block %d: calculated checksum %X but block contains %X",
                    file,
                    block,
                    calculated,
                    stored));
        }

        @Override
        public void file(Path file) {
            if (verbose) {
                out.info("checksums " + done + " in file \"" + file + "\"");
            }
        }

        @Override
        public void read(long bytes, long total) {
            progress.reached(bytes, total);
        }
    }
}
