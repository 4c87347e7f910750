package dev.pgduo.replay;

import dev.pgduo.lab.os.Translation;
import dev.pgduo.replay.compare.KnownDifference;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The known differences between this server's output and that of older published transcripts, each with its reason.
 *
 * @param capabilities those of the server that plays
 */
record KnownDifferences(Capabilities capabilities) {
    private static final String AUTO_CONF =
            "since 9.6 the head of postgresql.auto.conf reads \"the ALTER SYSTEM command\"";
    private static final String STANDBY_SETTINGS =
            "since 12 a standby's settings are in postgresql.auto.conf, where pg_basebackup -R writes them too";
    private static final String CONNINFO = "primary_conninfo holds what this lab's servers need";
    private static final String CONNINFO_LINE = "primary_conninfo\\s*=.*";
    private static final String DATABASE =
            "since 17 primary_conninfo names a database, which the synchronisation of logical slots needs";
    private static final String HBA = "since 10 initdb lets every user replicate from this machine";
    private static final String PROMOTE = "since 10 pg_ctl promote waits until the server is promoted";
    private static final String SLOTS = "newer servers have more columns in pg_replication_slots";

    /** The differences that may appear in any output. */
    List<KnownDifference> always() {
        List<KnownDifference> all = new ArrayList<>();
        all.add(KnownDifference.renamedLine(
                AUTO_CONF,
                "# It will be overwritten by ALTER SYSTEM command\\.",
                "# It will be overwritten by the ALTER SYSTEM command."));
        all.add(KnownDifference.extraColumns(SLOTS, capabilities.slotColumns().toArray(String[]::new)));
        if (capabilities.has(Feature.PROMOTE_WAITS)) {
            all.add(KnownDifference.missingLine(PROMOTE, "server promoting"));
            all.add(KnownDifference.extraLine(PROMOTE, "waiting for server to promote\\.+ done"));
            all.add(KnownDifference.extraLine(PROMOTE, "server promoted"));
        }
        if (capabilities.has(Feature.REPLICATION_BY_DEFAULT)) {
            all.add(KnownDifference.renamedLine(
                    HBA, "((?:local|host)\\s+replication\\s+)postgres( .*)", "$1all     $2"));
        }
        all.add(
                capabilities.has(Feature.CONNINFO_DBNAME)
                        ? KnownDifference.renamedLine(
                                DATABASE,
                                "(.*primary_conninfo = '.* port=\\d+)( application_name=.*)",
                                "$1 dbname=postgres$2")
                        : KnownDifference.renamedLine(
                                DATABASE,
                                "(.*primary_conninfo = '.* port=\\d+) dbname=postgres( application_name=.*)",
                                "$1$2"));
        all.add(KnownDifference.connectionString(CONNINFO));
        if (capabilities.has(Feature.STANDBY_SIGNAL)) {
            all.add(KnownDifference.extraLine(
                    STANDBY_SETTINGS, "(?:primary_conninfo|primary_slot_name|promote_trigger_file)\\s*=\\s*'.*'"));
        }
        return all;
    }

    /** The differences that come from replaced mechanisms. */
    List<KnownDifference> of(Set<Translation> translations) {
        List<KnownDifference> all = new ArrayList<>();
        if (translations.contains(Translation.RECOVERY_CONF)) {
            all.add(KnownDifference.missingLine(Translation.STANDBY_MODE.note(), "standby_mode\\s*=.*"));
            all.add(KnownDifference.missingLine(CONNINFO, CONNINFO_LINE));
            all.add(KnownDifference.missingLine(triggerReason(), "trigger_file\\s*=.*"));
            all.add(KnownDifference.extraLine(triggerReason(), "promote_trigger_file\\s*=.*"));
        }
        return all;
    }

    private String triggerReason() {
        boolean renamed = capabilities.has(Feature.PROMOTE_TRIGGER_FILE);
        return (renamed ? Translation.TRIGGER_FILE : Translation.TRIGGER_FILE_GONE).note();
    }
}
