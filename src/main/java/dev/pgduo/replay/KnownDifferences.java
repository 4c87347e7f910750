package dev.pgduo.replay;

import dev.pgduo.cluster.version.Capabilities;
import dev.pgduo.cluster.version.Feature;
import dev.pgduo.lab.os.Translation;
import dev.pgduo.replay.compare.Adaptation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What today's server prints otherwise than the server of a published transcript, each difference with its reason.
 *
 * @param capabilities of the server that plays
 */
record KnownDifferences(Capabilities capabilities) {
    private static final String AUTO_CONF =
            "since 9.6 the head of postgresql.auto.conf reads \"the ALTER SYSTEM command\"";
    private static final String STANDBY_SETTINGS =
            "since 12 a standby's settings are in postgresql.auto.conf, where pg_basebackup -R writes them too";
    private static final String CONNINFO = "primary_conninfo holds what this lab's servers need";
    private static final String CONNINFO_LINE = "primary_conninfo\\s*=.*";
    private static final String HBA = "since 10 initdb lets every user replicate from this machine";
    private static final String PROMOTE = "since 10 pg_ctl promote waits until the server is promoted";
    private static final String SLOTS = "newer servers have more columns in pg_replication_slots";

    /** The differences that may show in any output. */
    List<Adaptation> always() {
        List<Adaptation> all = new ArrayList<>();
        all.add(Adaptation.renamedLine(
                AUTO_CONF,
                "# It will be overwritten by ALTER SYSTEM command\\.",
                "# It will be overwritten by the ALTER SYSTEM command."));
        all.add(Adaptation.extraColumns(SLOTS, capabilities.slotColumns().toArray(String[]::new)));
        if (capabilities.has(Feature.PROMOTE_WAITS)) {
            all.add(Adaptation.missingLine(PROMOTE, "server promoting"));
            all.add(Adaptation.extraLine(PROMOTE, "waiting for server to promote\\.+ done"));
            all.add(Adaptation.extraLine(PROMOTE, "server promoted"));
        }
        if (capabilities.has(Feature.REPLICATION_BY_DEFAULT)) {
            all.add(Adaptation.renamedLine(HBA, "((?:local|host)\\s+replication\\s+)postgres( .*)", "$1all     $2"));
        }
        if (!capabilities.has(Feature.STANDBY_SIGNAL)) {
            all.add(Adaptation.missingLine(CONNINFO, CONNINFO_LINE));
            all.add(Adaptation.extraLine(CONNINFO, CONNINFO_LINE));
        }
        if (capabilities.has(Feature.STANDBY_SIGNAL)) {
            all.add(Adaptation.extraLine(
                    STANDBY_SETTINGS, "(?:primary_conninfo|primary_slot_name|promote_trigger_file)\\s*=\\s*'.*'"));
        }
        return all;
    }

    /** The differences that come with mechanisms that were replaced. */
    List<Adaptation> of(Set<Translation> translations) {
        List<Adaptation> all = new ArrayList<>();
        if (translations.contains(Translation.RECOVERY_CONF)) {
            all.add(Adaptation.missingLine(Translation.STANDBY_MODE.note(), "standby_mode\\s*=.*"));
            all.add(Adaptation.missingLine(CONNINFO, CONNINFO_LINE));
            all.add(Adaptation.extraLine(CONNINFO, CONNINFO_LINE));
            all.add(Adaptation.missingLine(triggerReason(), "trigger_file\\s*=.*"));
            all.add(Adaptation.extraLine(triggerReason(), "promote_trigger_file\\s*=.*"));
        }
        return all;
    }

    private String triggerReason() {
        boolean renamed = capabilities.has(Feature.PROMOTE_TRIGGER_FILE);
        return (renamed ? Translation.TRIGGER_FILE : Translation.TRIGGER_FILE_GONE).note();
    }
}
