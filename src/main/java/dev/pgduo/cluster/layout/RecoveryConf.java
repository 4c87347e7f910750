package dev.pgduo.cluster.layout;

import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.nio.file.Path;

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
