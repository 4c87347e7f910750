package dev.pgduo.cluster;

import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.version.Capabilities;
import dev.pgduo.cluster.version.Feature;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code pg_basebackup -R} writes. When the real program has written it already, it is written again: a newer libpq names
 * options that an older server's libpq rejects, and the standby then never streams.
 *
 * @param directory a data directory that no server runs in
 * @param capabilities of its server
 * @param runAs whose it is
 */
public record RecoveryConf(Path directory, Capabilities capabilities, RunAs runAs) {
    /**
     * Makes the directory that of a standby.
     *
     * @param conninfo of its primary
     * @param slot the primary's slot to use
     */
    public void write(String conninfo, Optional<SlotName> slot) {
        SettingsFile settings = new SettingsFile(directory.resolve(capabilities.recoverySettingsFile()), runAs);
        if (capabilities.has(Feature.STANDBY_SIGNAL)) {
            new SettingsFile(directory.resolve("standby.signal"), runAs).edit(text -> text);
        } else {
            settings.set("standby_mode", "on");
        }
        settings.set("primary_conninfo", conninfo);
        slot.ifPresent(name -> settings.set("primary_slot_name", name.value()));
    }
}
