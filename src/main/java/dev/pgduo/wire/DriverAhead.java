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
        begin(DriverAhead::load);
    }

    /** The same for a connection that never asks for times, as only JDBC's do. */
    public static void beginWithoutCalendar() {
        begin(DriverAhead::loadLogin);
    }

    private static void begin(Runnable work) {
        if (!BEGUN.compareAndSet(false, true)) {
            return;
        }
        Thread thread = new Thread(work, "driver");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        Calendar.getInstance().getTimeInMillis();
        loadLogin();
    }

    private static void loadLogin() {
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
