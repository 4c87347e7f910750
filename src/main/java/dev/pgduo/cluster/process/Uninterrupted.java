package dev.pgduo.cluster.process;

/** Waits that go on through an interrupt, which the thread has again afterwards. */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Something that blocks. */
    @FunctionalInterface
    public interface Blocking<T> {
        T get() throws InterruptedException;
    }

    /** Something that blocks and has no result. */
    @FunctionalInterface
    public interface Blocked {
        void run() throws InterruptedException;
    }

    /** The result, once it is there; tried anew after each interrupt. */
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

    /** Waits for its end; tried anew after each interrupt. */
    public static void run(Blocked wait) {
        get(() -> {
            wait.run();
            return true;
        });
    }
}
