package dev.pgduo.cluster.process;

/** Waits that are continued after an interrupt; the thread's interrupt status is set again afterwards. */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** A blocking operation with a result. */
    @FunctionalInterface
    public interface Blocking<T> {
        T get() throws InterruptedException;
    }

    /** A blocking operation without a result. */
    @FunctionalInterface
    public interface Blocked {
        void run() throws InterruptedException;
    }

    /** The result of an operation, which is repeated after each interrupt. */
    public static <T> T get(Blocking<T> wait) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return wait.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs an operation to its end; it is repeated after each interrupt. */
    public static void run(Blocked wait) {
        get(() -> {
            wait.run();
            return true;
        });
    }
}
