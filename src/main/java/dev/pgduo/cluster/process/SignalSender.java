package dev.pgduo.cluster.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shell that sends signals for this program, because Java itself can send only two. It ends when its input is closed, which
 * happens when this program ends in any way. One signal at a time.
 */
final class SignalSender {
    static final SignalSender INSTANCE = new SignalSender();

    /**
     * The shell's script: kill is a builtin of every POSIX shell, while the program is missing in small images. The shell
     * ignores a terminal's signals.
     */
    private static final String LOOP = "trap '' HUP INT QUIT TERM TSTP; cd /; while read -r line; do"
            + " if kill $line 2>/dev/null; then echo sent; else echo failed; fi; done";

    private @Nullable Process shell;

    private SignalSender() {}

    /** Sends a signal to each process; returns false when one of them does not exist, or may not be signaled. */
    synchronized boolean send(Signal signal, List<OsProcess> processes) {
        String line = "-" + signal
                + processes.stream().map(process -> " " + process.pid()).collect(Collectors.joining()) + "\n";
        try {
            return "sent".equals(ask(running(), line));
        } catch (IOException e) {
            return OsCommand.of("sh", "-c", "kill " + line).run().ok();
        }
    }

    private static String ask(Process running, String line) throws IOException {
        Writer words = running.outputWriter(StandardCharsets.US_ASCII);
        words.write(line);
        words.flush();
        BufferedReader answers = running.inputReader(StandardCharsets.US_ASCII);
        String answer = answers.readLine();
        if (answer == null) {
            running.destroyForcibly();
            throw new IOException("the shell that sends signals has ended");
        }
        return answer;
    }

    private Process running() throws IOException {
        Process running = shell;
        if (running == null || !running.isAlive()) {
            running = new ProcessBuilder("sh", "-c", LOOP)
                    .redirectError(new File("/dev/null"))
                    .start();
            shell = running;
            endWithProgram(running);
        }
        return running;
    }

    /** Ends the shell when the program ends: the JVM would wait at its end for a thread that waits for a child. */
    private static void endWithProgram(Process started) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly, "end-signals"));
        } catch (IllegalStateException e) {
            // The program is ending already; the shell notices the end of its input.
        }
    }
}
