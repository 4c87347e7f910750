package dev.pgduo.lab.place;

import dev.pgduo.cluster.process.Daemon;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.process.ThisProgram;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The start of a {@link LabDaemon}.
 *
 * @param what the daemon's name for messages: {@code the load}
 * @param main its main class
 * @param log the file for its output
 * @param options further options of the JVM, for its memory
 */
public record DaemonStart(String what, Class<?> main, Path log, List<String> options) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ENDING = Duration.ofSeconds(10);
    private static final int LAST_WORDS = 5;

    /**
     * JVM options for little memory, as the daemon mostly waits. The SLF4J provider is named, because a program that uses pgduo
     * as a library may have another one.
     */
    private static final List<String> SMALL = List.of(
            "-Xss256k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dslf4j.provider=dev.pgduo.shell.logging.LazyProvider");

    public DaemonStart {
        options = List.copyOf(options);
    }

    /**
     * Starts the daemon, and returns when it works.
     *
     * @param lab the lab's directory
     * @param passing whether the daemon ends together with this process, because its lab does
     * @param works whether the daemon works now
     * @throws LabException when it does not start within 30 s
     */
    public void run(Path lab, boolean passing, BooleanSupplier works) {
        List<String> more = new ArrayList<>(options);
        more.addAll(SMALL);
        Daemon daemon = Daemon.start(
                ThisProgram.as(main.getName()).command(more, arguments(lab, passing)), new RunAs.Direct(), log);
        try {
            new Wait("start " + what, new Deadline(PATIENCE), () -> "it has not begun")
                    .until(() -> works.getAsBoolean() || daemon.exitCode().isPresent());
        } catch (LabException e) {
            end(daemon);
            throw e;
        }
        if (daemon.exitCode().isPresent()) {
            throw new LabException(ErrorReport.error("could not start " + what).detail(lastWords()));
        }
    }

    /** Ends the daemon before the exception is thrown, so that an interrupted start leaves no process. */
    private static void end(Daemon daemon) {
        boolean interrupted = Thread.interrupted();
        try {
            daemon.process().signal(Signal.TERM);
            if (!Wait.to("end the process", ENDING)
                    .comesTrue(() -> daemon.exitCode().isPresent())) {
                daemon.process().signal(Signal.KILL);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static List<String> arguments(Path lab, boolean passing) {
        List<String> arguments = new ArrayList<>(List.of(lab.toString()));
        if (passing) {
            OsProcess self = new OsProcess(ProcessHandle.current().pid());
            arguments.addAll(List.of(Long.toString(self.pid()), self.started()));
        }
        return arguments;
    }

    /**
     * Whether the daemon is still wanted, according to its main class's arguments: false when the process that they name has
     * ended.
     */
    public static BooleanSupplier wanted(String... arguments) {
        if (arguments.length < 3) {
            return () -> true;
        }
        OsProcess owner = new OsProcess(Long.parseLong(arguments[1]));
        return () -> owner.started().equals(arguments[2]);
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        } catch (IOException e) {
            return "Its log cannot be read: " + FailureReason.of(e) + ".";
        }
    }
}
