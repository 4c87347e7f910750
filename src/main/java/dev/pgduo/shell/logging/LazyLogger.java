package dev.pgduo.shell.logging;

import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Passes log messages from INFO on to the JDK's logger of the same name. */
final class LazyLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    LazyLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return LazyLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        LogRecord entry = new LogRecord(level(level), MessageFormatter.basicArrayFormat(message, arguments));
        entry.setLoggerName(name);
        entry.setSourceClassName(name);
        entry.setSourceMethodName("");
        entry.setThrown(cause);
        java.util.logging.Logger.getLogger(name).log(entry);
    }

    private static java.util.logging.Level level(Level level) {
        return switch (level) {
            case ERROR -> java.util.logging.Level.SEVERE;
            case WARN -> java.util.logging.Level.WARNING;
            case INFO -> java.util.logging.Level.INFO;
            case DEBUG -> java.util.logging.Level.FINE;
            case TRACE -> java.util.logging.Level.FINEST;
        };
    }
}
