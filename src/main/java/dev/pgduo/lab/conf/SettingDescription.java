package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.SettingInfo;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.server.ServerCheck;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabQueries;
import dev.pgduo.scan.Quoting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The description of a setting, as a person wants it before changing the setting.
 *
 * @param info the setting's properties
 * @param value with its unit, as SHOW prints it; empty when the server does not run
 * @param standard the default value, without its unit; empty when the server does not run
 * @param more sentences after the short description; may be empty
 */
public record SettingDescription(SettingInfo info, String value, String standard, String more) {
    private static final String COLUMNS = """
            select name, vartype, unit, min_val, max_val, array_to_string(enumvals, ','), context, short_desc,
              current_setting(name, true), boot_val, extra_desc from pg_settings""";

    /** All settings of a running server, sorted by name, in one query. */
    public static List<SettingDescription> all(LabQueries server) {
        return server.rows(COLUMNS + " order by lower(name)").stream()
                .map(SettingDescription::of)
                .toList();
    }

    /** The setting of this name, whether the node runs or not; empty when there is none. */
    public static Optional<SettingDescription> find(Lab lab, Node node, String name) {
        NodeRecovery recovery = new NodeRecovery(node);
        Optional<SettingInfo> own = recovery.find(name);
        if (own.isPresent()) {
            String value = recovery.read().value(name).orElse("");
            return own.map(info -> new SettingDescription(info, value, "", ""));
        }
        if (node.status().status().running()) {
            return lab
                    .query(node.name())
                    .rows(COLUMNS + " where lower(name) = lower(" + Quoting.constant(name) + ")")
                    .stream()
                    .map(SettingDescription::of)
                    .findFirst();
        }
        return new ServerCheck(node.settings()).described(name).map(SettingDescription::printed);
    }

    private static SettingDescription of(List<@Nullable String> row) {
        SettingInfo info = new SettingInfo(
                text(row, 0),
                text(row, 1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5) == null ? List.of() : List.of(text(row, 5).split(",")),
                text(row, 6),
                text(row, 7));
        return new SettingDescription(info, text(row, 8), text(row, 9), text(row, 10));
    }

    /** A description from a line of {@code postgres --describe-config}; its default is not the effective one. */
    private static SettingDescription printed(List<String> row) {
        String type = row.get(3).toLowerCase(Locale.ROOT);
        SettingInfo info = new SettingInfo(
                row.get(0),
                type.equals("boolean") ? "bool" : type,
                null,
                row.get(5).isEmpty() ? null : row.get(5),
                row.get(6).isEmpty() ? null : row.get(6),
                List.of(),
                row.get(1),
                row.get(7));
        return new SettingDescription(info, "", "", row.get(8).strip());
    }

    private static String text(List<@Nullable String> row, int column) {
        String text = row.get(column);
        return text == null ? "" : text;
    }

    /** Type, unit and range in a few words: {@code integer in kB, 64 to 2147483647}. */
    public String kind() {
        String unit = info.unit() == null ? "" : " in " + info.unit();
        String range = info.min() == null || info.max() == null ? "" : ", " + info.min() + " to " + info.max();
        return info.enumValues().isEmpty()
                ? info.vartype() + unit + range
                : "one of " + String.join(", ", info.enumValues());
    }

    /** Who can change it and when, derived from pg_settings.context. */
    public String context() {
        return switch (info.context()) {
            case "internal" -> "cannot be changed";
            case "postmaster" -> "needs a restart";
            case "sighup" -> "needs a reload";
            case "superuser-backend", "backend" -> "needs a reload; takes effect in new sessions";
            case "superuser" -> "needs a reload; a superuser can set it in a session";
            default -> "needs a reload; can be set in a session";
        };
    }

    /** The present value and the short description, for a list of completions. */
    public String brief() {
        return value.isEmpty() ? info.shortDescription() : value + "  " + info.shortDescription();
    }

    /** The whole description, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(info.shortDescription());
        if (!more.isEmpty()) {
            lines.add(more);
        }
        String now = value.isEmpty() ? "" : "now '" + value + "', ";
        lines.add(now + kind() + "; " + context());
        return lines;
    }

    /** Values to choose from: all of a Boolean or an enumeration, otherwise the present one and the default. */
    public List<String> values() {
        if (!info.enumValues().isEmpty()) {
            return info.enumValues();
        }
        Set<String> values = info.vartype().equals("bool")
                ? new LinkedHashSet<>(Arrays.asList("on", "off"))
                : new LinkedHashSet<>(
                        Stream.of(value, standard).filter(v -> !v.isEmpty()).toList());
        return List.copyOf(values);
    }
}
