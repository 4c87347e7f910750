package dev.pgduo.cluster.layout;

import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the files of {@code pg_basebackup -R}. They are written again when the real program has written them: a newer libpq
 * uses options that an older server's libpq rejects, so that the standby would never stream.
 *
 * @param directory a data directory in which no server runs
 * @param capabilities those of its server
 * @param runAs the owner's rights
 */
public record RecoveryConf(Path directory, Capabilities capabilities, RunAs runAs) {
    /** The settings for the recovery target; a server accepts only one of them. */
    public static final List<String> TARGETS = List.of(
            "recovery_target",
            "recovery_target_name",
            "recovery_target_time",
            "recovery_target_xid",
            "recovery_target_lsn");

    /** Further settings for the recovery target. */
    public static final List<String> AT_TARGET = List.of("recovery_target_inclusive", "recovery_target_action");

    /**
     * Makes the directory a standby's.
     *
     * @param name the application name of its connections
     */
    public void write(Upstream upstream, String name) {
        SettingsFile settings = new SettingsFile(directory.resolve(capabilities.recoverySettingsFile()), runAs);
        if (capabilities.has(Feature.STANDBY_SIGNAL)) {
            new SettingsFile(directory.resolve("standby.signal"), runAs).edit(text -> text);
        } else {
            settings.set("standby_mode", "on");
        }
        settings.set("primary_conninfo", upstream.conninfo(name, capabilities));
        upstream.slot().ifPresent(slot -> settings.set("primary_slot_name", slot.value()));
    }
}
