package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.load.daemon.LedgerCheck.Server;
import dev.pgduo.lab.place.DaemonStart;
import dev.pgduo.lab.place.LineFile;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A lab's load: the one that runs, or what is known of the last one.
 *
 * @param files what it keeps
 */
public record LabLoad(LoadFiles files) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> MEMORY = List.of("-Xmx48m");

    /** The load of the lab in this directory. */
    public static LabLoad of(Path lab) {
        return new LabLoad(new LoadFiles(lab));
    }

    /** Whether one runs. */
    public boolean running() {
        return files.daemon().running().isPresent();
    }

    /** What it has done, or what the last one had done; empty when there was none. */
    public Optional<LoadFigures> figures() {
        return LineFile.read(files.figures()).flatMap(LoadFigures::parse);
    }

    /** What one that runs has done; empty when none does. */
    public Optional<LoadFigures> live() {
        return Files.isRegularFile(files.figures()) && running() ? figures() : Optional.empty();
    }

    /**
     * What it was told to do.
     *
     * @throws LabException when that cannot be read
     */
    public LoadOrder order() {
        try {
            return LoadOrder.read(files.order());
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + files.order() + "\": " + FailureReason.of(e)), e);
        }
    }

    /**
     * Looks which of its transactions a server has.
     *
     * @throws LabException when the ledger cannot be read
     */
    public LedgerCheck check(Server server) {
        try {
            return LedgerCheck.of(files.ledger(), order().run(), server);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + files.ledger() + "\": " + FailureReason.of(e)), e);
        }
    }

    /**
     * Starts it, and returns when it runs.
     *
     * @param passing whether it ends when this process ends, because its lab does
     * @throws LabException when it does not start
     */
    public void start(LoadOrder order, boolean passing) {
        new DaemonStart("the load", LoadMain.class, prepare(order), MEMORY)
                .run(files.lab(), passing, () -> live().isPresent());
    }

    /** Waits for the first transaction that is over, unless they are rare; says what has been done by then. */
    public Optional<LoadFigures> begun() {
        if (order().rate().orElse(1) >= 1) {
            Wait.to("see the first transaction", PATIENCE)
                    .comesTrue(() -> live().filter(figures -> figures.counts().all() == 0)
                            .isEmpty());
        }
        return figures();
    }

    /** Whatever another load has left goes. */
    private Path prepare(LoadOrder order) {
        try {
            PrivateFiles.directory(files.directory());
            Files.deleteIfExists(files.figures());
            Files.deleteIfExists(files.log());
            Files.createFile(files.log());
            order.write(files.order());
            return files.log();
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write to \"" + files.directory() + "\": " + FailureReason.of(e)), e);
        }
    }

    /** Ends it; says whether one ran. */
    public boolean end() {
        return files.daemon().end();
    }
}
