package dev.pgduo.wire;

import java.util.Calendar;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads pgjdbc's classes in the background while the command line is read: with the JDK's logging and calendars this takes as long as
 * everything else before the login.
 */
public final class DriverAhead {
    private static final List<String> NEEDED = List.of(
            "org.postgresql.PGProperty",
            "org.postgresql.core.v3.ConnectionFactoryImpl",
            "org.postgresql.core.v3.QueryExecutorImpl");

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private DriverAhead() {}

    /** Begins loading, unless it has begun; a login before its end waits for the classes that it needs. */
    public static void begin() {
        if (!BEGUN.compareAndSet(false, true)) {
            return;
        }
        Thread thread = new Thread(DriverAhead::load, "driver");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        Calendar.getInstance().getTimeInMillis();
        NEEDED.forEach(DriverAhead::initialise);
    }

    private static void initialise(String name) {
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            // Another version of pgjdbc; its classes are loaded when they are needed.
        }
    }
}
