package dev.pgduo.shell.script;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs work on an object that is closed afterwards; a failure to close it is only reported, and the result of the work is kept.
 */
final class Cleanup {
    private Cleanup() {}

    /**
     * Opens the object, runs the work, and closes it.
     *
     * @param leftover receives the error when the object could not be closed after the work
     */
    static <C extends AutoCloseable, R> R last(Supplier<C> open, Function<C, R> work, Consumer<ErrorReport> leftover) {
        C opened = open.get();
        R result;
        try {
            result = work.apply(opened);
        } catch (RuntimeException | Error e) {
            close(opened, report -> e.addSuppressed(new LabException(report)));
            throw e;
        }
        close(opened, leftover);
        return result;
    }

    private static void close(AutoCloseable opened, Consumer<ErrorReport> leftover) {
        try {
            opened.close();
        } catch (LabException e) {
            leftover.accept(e.report());
        } catch (Exception e) {
            leftover.accept(ErrorReport.error("could not clean up: " + FailureReason.of(e)));
        }
    }
}
