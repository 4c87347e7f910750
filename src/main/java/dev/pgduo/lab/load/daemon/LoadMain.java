package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.process.OsProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Entry point of a load's process: the lab's directory, and, where its lab goes with another process, that one and its beginning. */
public final class LoadMain {
    private LoadMain() {}

    public static void main(String[] args) throws IOException {
        LoadFiles files = new LoadFiles(Path.of(args[0]));
        files.daemon().enter();
        LoadRun run = new LoadRun(files);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(run), "end"));
        run.run(args.length > 2 ? alive(new OsProcess(Long.parseLong(args[1])), args[2]) : () -> true);
    }

    private static BooleanSupplier alive(OsProcess process, String started) {
        return () -> process.started().equals(started);
    }

    private static void end(LoadRun run) {
        try {
            run.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
