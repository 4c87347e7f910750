package dev.pgduo.shell.logging;

import dev.pgduo.shell.StateFiles;
import java.io.IOException;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.Reporter;

/**
 * Sends the log to a file in the state directory, never to the terminal. The JDK makes an instance when something is first
 * logged ({@code java.util.logging.config.class}); the file is opened for the first record.
 */
public final class LogSetup {
    /**
     * Configures the JDK's logging to use this class, and SLF4J to use the JDK's logging; nothing is initialized until
     * something is logged.
     */
    public static void install() {
        System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, LazyProvider.class.getName());
        System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
        System.setProperty("java.util.logging.config.class", LogSetup.class.getName());
    }

    /** Configures the JDK's logging; called by the JDK. */
    public LogSetup() {
        Logger root = LogManager.getLogManager().getLogger("");
        if (root != null) {
            root.setLevel(Level.INFO);
            root.addHandler(new LazyFile());
        }
    }

    /** A file handler that opens its file when there is something to write. */
    private static final class LazyFile extends Handler {
        private @Nullable FileHandler file;
        private boolean broken;

        @Override
        public synchronized void publish(LogRecord entry) {
            FileHandler target = target();
            if (target != null) {
                target.publish(entry);
            }
        }

        private @Nullable FileHandler target() {
            if (file == null && !broken) {
                file = open();
                broken = file == null;
            }
            return file;
        }

        /** Opens the file; without a log commands run all the same, so an unwritable home is no error. */
        private static @Nullable FileHandler open() {
            try {
                StateFiles files = StateFiles.of(
                        Map.copyOf(System.getenv()), System.getenv().getOrDefault("HOME", "."));
                String pattern =
                        files.make().log().toString().replace("%", "%%").replaceFirst("0\\.log$", "%g.log");
                FileHandler handler = new FileHandler(pattern, 1_000_000, 2, true);
                handler.setFormatter(new SimpleFormatter());
                handler.setEncoding("UTF-8");
                return handler;
            } catch (IOException | RuntimeException e) {
                return null;
            }
        }

        @Override
        public synchronized void flush() {
            if (file != null) {
                file.flush();
            }
        }

        @Override
        public synchronized void close() {
            if (file != null) {
                file.close();
            }
        }
    }
}
