package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteWatchdog;

/** Runs one {@link OsCommand} to its end through Commons Exec. */
final class Execution {
    /** Stands for no limit, because a watchdog without a limit cannot kill the program. */
    private static final Duration FOREVER = Duration.ofDays(365);

    private final OsCommand command;
    private final LineStream out;
    private final LineStream err;
    private final ExecuteWatchdog watchdog;
    private final Ending result = new Ending();

    private Execution(OsCommand command, Consumer<String> out, Consumer<String> err) {
        this.command = command;
        this.out = new LineStream(out);
        this.err = new LineStream(err);
        this.watchdog = ExecuteWatchdog.builder()
                .setTimeout(command.limit().orElse(FOREVER))
                .get();
    }

    static Finished run(OsCommand command, Consumer<String> out, Consumer<String> err) {
        return new Execution(command, out, err).run();
    }

    private Finished run() {
        long start = System.nanoTime();
        launch();
        await();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        if (watchdog.killedProcess()) {
            throw new LabException(ErrorReport.error("could not wait for \"" + program() + "\" any longer")
                    .detail("Command \"" + command.display() + "\" was killed after " + elapsed.toMillis() + " ms."));
        }
        result.problem()
                .filter(problem -> problem.getCause() instanceof IOException)
                .ifPresent(problem -> {
                    throw cannotStart(problem);
                });
        return new Finished(command, result.exitCode(), out.text(), err.text(), elapsed);
    }

    private void launch() {
        DefaultExecutor executor = DefaultExecutor.builder()
                .setWorkingDirectory(command.directory().map(Path::toFile).orElse(null))
                .setExecuteStreamHandler(new Pumps(
                        out, err, new ByteArrayInputStream(command.input().getBytes(StandardCharsets.UTF_8))))
                .get();
        executor.setWatchdog(watchdog);
        try {
            executor.execute(commandLine(), environment(), result);
        } catch (IOException e) {
            throw cannotStart(e);
        }
    }

    private void await() {
        try {
            result.await();
        } catch (InterruptedException e) {
            watchdog.destroyProcess();
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling \"" + program() + "\" due to user request"), e);
        }
    }

    private CommandLine commandLine() {
        CommandLine line = new CommandLine(program());
        command.words().stream().skip(1).forEach(word -> line.addArgument(word, false));
        return line;
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(command.environment());
        return all;
    }

    private String program() {
        return command.words().get(0);
    }

    private LabException cannotStart(Exception cause) {
        String why = cause instanceof ExecuteException && cause.getCause() != null
                ? cause.getCause().getMessage()
                : cause.getMessage();
        return new LabException(
                ErrorReport.error("could not run \"" + program() + "\"").detail(why), cause);
    }
}
