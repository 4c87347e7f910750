package dev.pgduo.shell.prompt;

import dev.pgduo.report.FailureReason;
import dev.pgduo.shell.screen.TextSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * A log of everything that is shown at the prompt, without colours; a full file is renamed to one with the suffix {@code .1}.
 * Thread-safe.
 */
final class SessionLog implements TextSink {
    private static final long FULL = 5_000_000;

    private final Path file;
    private final Consumer<String> complaint;
    private boolean begun;
    private boolean broken;

    /**
     * A log in this file, which is made at the first write.
     *
     * @param complaint hears, once, why the file cannot be written
     */
    SessionLog(Path file, Consumer<String> complaint) {
        this.file = file;
        this.complaint = complaint;
    }

    @Override
    public synchronized void print(String lines) {
        if (broken) {
            return;
        }
        try {
            if (!begun) {
                begun = true;
                begin();
            }
            write(lines);
        } catch (IOException e) {
            broken = true;
            LoggerFactory.getLogger(SessionLog.class).warn("could not write the session log", e);
            complaint.accept("could not write the session log \"" + file + "\": " + FailureReason.of(e));
        }
    }

    private void begin() throws IOException {
        if (Files.exists(file) && Files.size(file) > FULL) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        write("-- " + LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + ", process "
                + ProcessHandle.current().pid() + "\n");
    }

    private void write(String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
