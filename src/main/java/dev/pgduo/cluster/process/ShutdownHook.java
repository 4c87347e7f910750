package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Optional;

/** Work that is done if the program ends before this object is closed. */
public final class ShutdownHook implements AutoCloseable {
    private final Thread thread;

    private ShutdownHook(Thread thread) {
        this.thread = thread;
    }

    /**
     * Registers work for the end of the program, on a thread of this name.
     *
     * @throws LabException when the program is ending already
     */
    public static ShutdownHook of(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        try {
            Runtime.getRuntime().addShutdownHook(thread);
        } catch (IllegalStateException e) {
            throw new LabException(ErrorReport.error("canceling because pgduo is ending"), e);
        }
        return new ShutdownHook(thread);
    }

    /**
     * The error to report instead of one that arises because the program is ending, and the terminal and the sessions are closed;
     * empty while it is not ending.
     */
    public static Optional<ErrorReport> ending() {
        try {
            of("ending", () -> {}).close();
            return Optional.empty();
        } catch (LabException e) {
            return Optional.of(e.report());
        }
    }

    /** Removes the hook. Work that is running already is not stopped. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // The program is ending already, and the shutdown hook is running.
        }
    }
}
