package dev.pgduo.lab;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A lab that goes when it is closed, and also when pgduo is interrupted or told to end. */
public final class ThrowAwayLab implements AutoCloseable {
    private final Lab lab;
    private final boolean keep;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Thread hook = new Thread(this::remove, "remove-lab");

    private ThrowAwayLab(Lab lab, boolean keep) {
        this.lab = lab;
        this.keep = keep;
    }

    /**
     * Makes a lab in a new directory under TMPDIR; its nodes trust this machine, as published transcripts expect.
     *
     * @param keep whether the lab stays, with its servers running
     */
    public static ThrowAwayLab create(ServerBinaries binaries, boolean keep) {
        try {
            Path directory = Files.createTempDirectory(place(), "pgduo-");
            ThrowAwayLab made = new ThrowAwayLab(Lab.create(directory, binaries, ""), keep);
            Runtime.getRuntime().addShutdownHook(made.hook);
            return made;
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not create a temporary directory: " + e.getMessage()), e);
        }
    }

    /** TMPDIR, which Java itself does not look at: a directory in memory makes labs faster. */
    private static Path place() {
        String named = System.getenv().getOrDefault("TMPDIR", "");
        return Path.of(named.isEmpty() ? System.getProperty("java.io.tmpdir", "/tmp") : named);
    }

    public Lab lab() {
        return lab;
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook is what runs.
        }
    }

    private void remove() {
        if (!gone.compareAndSet(false, true)) {
            return;
        }
        if (keep) {
            lab.close();
        } else {
            lab.destroy();
        }
    }
}
