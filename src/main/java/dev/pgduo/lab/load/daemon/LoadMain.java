package dev.pgduo.lab.load.daemon;

import dev.pgduo.lab.place.DaemonStart;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The main class of a load's process. Its arguments are the lab's directory and, for a lab that ends with another process, that
 * process's id and start time.
 */
public final class LoadMain {
    private LoadMain() {}

    public static void main(String[] args) throws IOException {
        LoadFiles files = new LoadFiles(Path.of(args[0]));
        files.daemon().enter();
        LoadRun run = new LoadRun(files);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(run), "end"));
        run.run(DaemonStart.wanted(args));
    }

    private static void end(LoadRun run) {
        try {
            run.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
