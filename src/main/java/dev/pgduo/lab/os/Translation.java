package dev.pgduo.lab.os;

/** An old mechanism in a lab file that this server does not have any more, and what pgduo did instead. */
public enum Translation {
    RECOVERY_CONF("recovery.conf is gone since PostgreSQL 12: the file standby.signal makes a standby, and the settings"
            + " are in postgresql.auto.conf"),
    TRIGGER_FILE("trigger_file is called promote_trigger_file since PostgreSQL 12"),
    TRIGGER_FILE_GONE(
            "a trigger file no longer promotes since PostgreSQL 16: pgduo remembers its name and promotes with"
                    + " pg_ctl promote when the file is touched"),
    STANDBY_MODE("standby_mode is gone since PostgreSQL 12: the file standby.signal makes a server a standby"),
    HOT_STANDBY_LEVEL("wal_level = hot_standby (or archive) is an old name: the server shows replica since 9.6"),
    OTHER_USER("a node's OS prompt is the prompt of its server's user already, so sudo and su are left out"),
    SERVICE("the lab's servers are no services of this machine: pg_ctl starts and stops them"),
    PORT("the lab's ports are not those in the file, because those are in use on this machine; pgduo maps them");

    private final String note;

    Translation(String note) {
        this.note = note;
    }

    /** The note for the reader: one line, without a full stop. */
    public String note() {
        return note;
    }
}
