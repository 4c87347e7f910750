package dev.pgduo.cluster.conf;

import java.util.Optional;

/**
 * The effect of a change of a file on one setting.
 *
 * @param file the file's name for messages
 * @param line the line of the new value, from 1; of the old one when the setting was removed; 0 when it is in neither
 * @param before the value in the file before, without quotes
 * @param after the value in the file now, without quotes
 */
public record ConfEdit(String file, int line, Optional<String> before, Optional<String> after) {
    /** The effect on a setting of the change between two states of a file. */
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
