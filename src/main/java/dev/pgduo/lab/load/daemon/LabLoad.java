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
 * The load of a lab: the running one, or the figures of the last one.
 *
 * @param files the load's files
 */
public record LabLoad(LoadFiles files) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> MEMORY = List.of("-Xmx48m");

    /** The load of the lab in this directory. */
    public static LabLoad of(Path lab) {
        return new LabLoad(new LoadFiles(lab));
    }

    /** Whether a load is running. */
    public boolean running() {
        return files.daemon().running().isPresent();
    }

    /** The figures of the running or the last load; empty when there was none. */
    public Optional<LoadFigures> figures() {
        return LineFile.read(files.figures()).flatMap(LoadFigures::parse);
    }

    /** The figures of the running load; empty when there is none. */
    public Optional<LoadFigures> live() {
        return Files.isRegularFile(files.figures()) && running() ? figures() : Optional.empty();
    }

    /**
     * The settings of the load.
     *
     * @throws LabException when they cannot be read
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
     * Compares the ledger with the rows in a server's table.
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
     * Starts a load, and returns when it is running.
     *
     * @param passing whether the load ends together with this process, because its lab does
     * @throws LabException when it does not start
     */
    public void start(LoadOrder order, boolean passing) {
        new DaemonStart("the load", LoadMain.class, prepare(order), MEMORY)
                .run(files.lab(), passing, () -> live().isPresent());
    }

    /** Waits for the first completed transaction, unless the rate is low; returns the figures then. */
    public Optional<LoadFigures> begun() {
        if (order().rate().orElse(1) >= 1) {
            Wait.to("see the first transaction", PATIENCE)
                    .comesTrue(() -> live().filter(figures -> figures.counts().all() == 0)
                            .isEmpty());
        }
        return figures();
    }

    /** Removes the files of a former load, and writes the settings. */
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

    /** Ends the load; returns whether one was running. */
    public boolean end() {
        return files.daemon().end();
    }
}
