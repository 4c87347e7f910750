package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** {@code -l}: a line for each transaction. Thread-safe. */
record BenchLog(Optional<PrintWriter> file) implements AutoCloseable {
    private static final int NANOS_A_MICRO = 1000;

    static BenchLog of(Getopt.Words words) {
        if (!words.has('l')) {
            return new BenchLog(Optional.empty());
        }
        String name = words.value(BenchWords.PREFIX).orElse("pgbench_log") + "."
                + ProcessHandle.current().pid();
        try {
            return new BenchLog(Optional.of(new PrintWriter(Files.newBufferedWriter(Path.of(name)))));
        } catch (IOException e) {
            throw LabException.of("could not open logfile \"" + name + "\": " + FailureReason.of(e));
        }
    }

    void add(int client, long number, long micros, int script) {
        file.ifPresent(out -> {
            Instant now = Instant.now();
            out.println(client + " " + number + " " + micros + " " + script + " " + now.getEpochSecond() + " "
                    + now.getNano() / NANOS_A_MICRO);
        });
    }

    @Override
    public void close() {
        file.ifPresent(PrintWriter::close);
    }
}
