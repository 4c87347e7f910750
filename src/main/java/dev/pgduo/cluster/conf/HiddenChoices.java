package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Values of enum settings that the server accepts, but does not list in pg_settings: old and alternative spellings, marked
 * hidden in guc.c. Those of all majors from 9.6 to 18 are here, as the server itself decides.
 */
final class HiddenChoices {
    private static final Set<String> SWITCH = Set.of("true", "false", "yes", "no", "1", "0");
    private static final Map<String, Set<String>> OLD = Map.of(
            "wal_level", Set.of("archive", "hot_standby"),
            "client_min_messages", Set.of("debug", "info", "fatal", "panic"),
            "log_min_messages", Set.of("debug"),
            "log_min_error_statement", Set.of("debug"),
            "password_encryption", Set.of("on", "true", "yes", "1"));

    private HiddenChoices() {}

    /** The listed value for a value of an enum setting. */
    static String listed(SettingInfo setting, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (setting.enumValues().contains(lower) || !has(setting, lower)) {
            return lower;
        }
        if (SWITCH.contains(lower)) {
            return Booleans.isOn(lower) ? "on" : "off";
        }
        return lower.equals("debug") ? "debug2" : setting.name().equals("wal_level") ? "replica" : lower;
    }

    static boolean has(SettingInfo setting, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean isSwitch = setting.enumValues().containsAll(List.of("on", "off"));
        return (isSwitch && SWITCH.contains(lower))
                || OLD.getOrDefault(setting.name(), Set.of()).contains(lower);
    }
}
