package dev.pgduo.lab.place;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.files.OwnFiles;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process of pgduo's own that works for a lab and outlives the pgduo that started it. A file has its process id and start
 * time, so that another process with the same id is not mistaken for it.
 *
 * @param file the file with id and start time
 * @param mark a part of its command line
 */
public record LabDaemon(Path file, String mark) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Writes the file for this process. */
    public void enter() {
        OsProcess self = new OsProcess(ProcessHandle.current().pid());
        try {
            AtomicFile.write(file, self.pid() + " " + self.started() + "\n", draft -> {});
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    /** The daemon's process, if it runs. */
    public Optional<OsProcess> running() {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            OwnFiles.requireFile(file, OwnFiles.user());
            String[] words = Files.readString(file).strip().split(" ", 2);
            if (words.length < 2 || !words[0].matches("[1-9]\\d{0,17}")) {
                return Optional.empty();
            }
            OsProcess process = new OsProcess(Long.parseLong(words[0]));
            boolean same = process.alive()
                    && process.started().equals(words[1])
                    && process.title().contains(mark);
            return same ? Optional.of(process) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Ends the daemon's process, with SIGKILL when it takes too long; returns whether there was one. */
    public boolean end() {
        Optional<OsProcess> running = running();
        running.ifPresent(process -> {
            process.signal(Signal.TERM);
            process.signal(Signal.CONT);
            if (!Wait.to("end the process", PATIENCE).comesTrue(() -> running().isEmpty())) {
                running().ifPresent(stubborn -> stubborn.signal(Signal.KILL));
                new Wait("end process " + process.pid(), Deadline.DEFAULT, () -> "it runs")
                        .until(() -> running().isEmpty());
            }
        });
        return running.isPresent();
    }
}
