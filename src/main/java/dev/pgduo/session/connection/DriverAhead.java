package dev.pgduo.session.connection;

import java.sql.DriverManager;
import java.util.Calendar;

/** Loads pgjdbc while the command line is read: with the JDK's logging and calendars it takes as long as all before the login. */
public final class DriverAhead {
    private DriverAhead() {}

    /** Begins; a login before it has ended waits for what it needs of it. */
    public static void begin() {
        Thread thread = new Thread(DriverAhead::load, "driver");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        DriverManager.getDrivers().hasMoreElements();
        Calendar.getInstance().getTimeInMillis();
    }
}
