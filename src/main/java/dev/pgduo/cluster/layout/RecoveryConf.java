package dev.pgduo.cluster.layout;

import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code pg_basebackup -R} writes. When the real program has written it already, it is written again: a newer libpq names
 * options that an older server's libpq rejects, and the standby then never streams.
 *
 * @param directory a data directory that no server runs in
 * @param capabilities of its server
 * @param runAs whose it is
 */
public record RecoveryConf(Path directory, Capabilities capabilities, RunAs runAs) {
    /** The settings that say how far recovery goes; a server takes one of them only. */
    public static final List<String> TARGETS = List.of(
            "recovery_target",
            "recovery_target_name",
            "recovery_target_time",
            "recovery_target_xid",
            "recovery_target_lsn");

    /** What else is said of the place where recovery ends. */
    public static final List<String> AT_TARGET = List.of("recovery_target_inclusive", "recovery_target_action");

    /**
     * Makes the directory that of a standby.
     *
     * @param name what it calls itself when it connects
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
