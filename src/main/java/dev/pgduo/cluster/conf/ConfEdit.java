package dev.pgduo.cluster.conf;

import java.util.Optional;

/**
 * The effect of a change of a file on one setting.
 *
 * @param file what messages call the file
 * @param line 1-based line of the new value; of the old one when the setting was removed; 0 when it is in neither
 * @param before the value that the file gave, without quotes
 * @param after the value that the file gives now, without quotes
 */
public record ConfEdit(String file, int line, Optional<String> before, Optional<String> after) {
    /** The difference between two states of a file for a setting. */
    public static ConfEdit between(ConfFile old, ConfFile now, String name) {
        Optional<ConfFile.Entry> before = old.entry(name);
        Optional<ConfFile.Entry> after = now.entry(name);
        return new ConfEdit(
                now.source(),
                after.or(() -> before).map(ConfFile.Entry::line).orElse(0),
                before.map(ConfFile.Entry::value),
                after.map(ConfFile.Entry::value));
    }

    /** Whether the value has changed. */
    public boolean changes() {
        return !before.equals(after);
    }
}
