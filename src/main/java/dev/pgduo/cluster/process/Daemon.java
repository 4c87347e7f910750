package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A program that may outlive this one: in a session of its own, so that a terminal's Ctrl-C does not reach it, with its output
 * in a file and an empty input. It is a child of this process and is reaped at its end, so that no zombie remains.
 */
public final class Daemon {
    private static final Optional<Path> SETSID = Programs.find("setsid");

    /** The words before a command where there is no setsid: a shell that ignores the signals of a terminal's keys. */
    private static final List<String> DEAF = List.of("sh", "-c", "trap '' HUP INT QUIT TSTP; exec \"$@\"", "sh");

    private final Process process;

    private Daemon(Process process) {
        this.process = process;
    }

    /** Whether this system has the program setsid(1), so that the daemon gets a session of its own; macOS does not. */
    public static boolean possible() {
        return SETSID.isPresent();
    }

    /**
     * Starts the command without waiting for anything.
     *
     * @param output the file to which its output is appended
     * @throws LabException when it cannot be started
     */
    public static Daemon start(OsCommand command, RunAs runAs, Path output) {
        List<String> words = new ArrayList<>(runAs.prefix());
        words.addAll(SETSID.map(program -> List.of(program.toString())).orElse(DEAF));
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        command.directory().ifPresent(directory -> builder.directory(directory.toFile()));
        Map<String, String> environment = builder.environment();
        environment.putAll(command.environment());
        try {
            return new Daemon(builder.start());
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not run \"" + command.words().get(0) + "\"")
                            .detail(e.getMessage()),
                    e);
        }
    }

    /** Its process id, which is the started one, because setsid, unshare and setpriv replace themselves by the program. */
    public OsProcess process() {
        return new OsProcess(process.pid());
    }

    /** Its exit code once it has ended. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }
}
