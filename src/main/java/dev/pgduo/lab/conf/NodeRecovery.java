package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.conf.FileText;
import dev.pgduo.cluster.conf.SettingInfo;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of recovery.conf, which servers up to 11 read once, at their start, and do not show: neither the server nor its
 * program can be asked about them. On newer servers there are no such settings.
 *
 * @param node the node
 * @see <a href="https://www.postgresql.org/docs/11/recovery-config.html">Recovery Configuration of 11</a>
 */
record NodeRecovery(Node node) {
    /** The file's name. */
    static final String FILE = "recovery.conf";

    /** The longest name of a restore point: MAXFNAMELEN - 1. */
    private static final int LONGEST_NAME = 63;

    private static final String LARGEST = "2147483647";

    private static final List<SettingInfo> ALL = List.of(
            text("restore_command", "command that gets a WAL file out of the archive"),
            text("archive_cleanup_command", "command that is run at every restartpoint"),
            text("recovery_end_command", "command that is run once when recovery ends"),
            choice("recovery_target", "ends recovery as soon as a consistent state is reached", "immediate"),
            text("recovery_target_name", "the named restore point up to which recovery goes"),
            text("recovery_target_time", "the time up to which recovery goes"),
            text("recovery_target_xid", "the transaction up to which recovery goes"),
            text("recovery_target_lsn", "the LSN up to which recovery goes"),
            of("recovery_target_inclusive", "bool", "whether the recovery target itself is still replayed"),
            text("recovery_target_timeline", "the timeline that recovery follows"),
            choice(
                    "recovery_target_action",
                    "what the server does once the recovery target is reached",
                    "pause",
                    "promote",
                    "shutdown"),
            of("standby_mode", "bool", "whether the server starts as a standby"),
            text("primary_conninfo", "connection string of the server to stream from"),
            text("primary_slot_name", "the replication slot on the server to stream from"),
            text("trigger_file", "the file whose appearance ends the standby's recovery"),
            new SettingInfo(
                    "recovery_min_apply_delay",
                    "integer",
                    "ms",
                    "0",
                    LARGEST,
                    List.of(),
                    "postmaster",
                    "how long a standby waits before it replays a commit"));

    private static SettingInfo text(String name, String what) {
        return of(name, "string", what);
    }

    private static SettingInfo of(String name, String type, String what) {
        return new SettingInfo(name, type, null, null, null, List.of(), "postmaster", what);
    }

    private static SettingInfo choice(String name, String what, String... values) {
        return new SettingInfo(name, "enum", null, null, null, List.of(values), "postmaster", what);
    }

    /** The file's path, whether it exists or not. */
    Path path() {
        return node.layout().data().resolve(FILE);
    }

    /** Whether this node's server reads these settings from recovery.conf only (up to 11). */
    boolean counts() {
        return !capabilities().has(Feature.STANDBY_SIGNAL);
    }

    /** Whether a setting belongs to recovery.conf on this node. */
    boolean has(String name) {
        return find(name).isPresent();
    }

    /** The properties of a setting that belongs to recovery.conf on this node. */
    Optional<SettingInfo> find(String name) {
        return all().stream().filter(info -> info.name().equalsIgnoreCase(name)).findFirst();
    }

    /** All settings that belong to recovery.conf on this node. */
    List<SettingInfo> all() {
        boolean lsn = capabilities().has(Feature.WAL_NAMES);
        return !counts()
                ? List.of()
                : ALL.stream()
                        .filter(info -> lsn || !info.name().equals("recovery_target_lsn"))
                        .toList();
    }

    private Capabilities capabilities() {
        return node.settings().capabilities();
    }

    /** The file's present settings; empty when it does not exist or the server does not read it. */
    EffectiveConf read() {
        if (!counts() || !Files.exists(path())) {
            return new EffectiveConf(List.of(), List.of());
        }
        ConfFile file = ConfFile.parse(FileText.read(path()).text(), path().toString());
        List<EffectiveConf.Entry> entries = file.entries().stream()
                .map(entry -> new EffectiveConf.Entry(entry.name(), entry.value(), path(), entry.line()))
                .toList();
        return new EffectiveConf(entries, file.problems());
    }

    /** The settings of all files of this node together. */
    EffectiveConf withOthers() {
        return EffectiveConf.read(node.layout().data()).and(read());
    }

    /**
     * The file to which a setting has to be written; recovery.conf for its settings when no file is named.
     *
     * @param file the name that was given, or null
     * @throws LabException when the server would not read the setting in the named file
     */
    @Nullable
    String fileFor(@Nullable String file, String name) {
        if (!counts()) {
            return file;
        }
        boolean own = has(name);
        if (own && file != null && !file.equals(FILE)) {
            throw LabException.of(
                    "\"" + name + "\" cannot be set in " + file,
                    "Before PostgreSQL 12 it belongs into recovery.conf: leave \"--file\" out.");
        }
        if (!own && FILE.equals(file)) {
            throw LabException.of(
                    "unrecognized recovery parameter \"" + name + "\"",
                    "A server before 12 does not start with it in recovery.conf; it belongs into postgresql.conf.");
        }
        return own ? FILE : file;
    }

    /**
     * The server's message for a value with which it would not start; empty for a valid value, or for a setting of another
     * file.
     */
    Optional<ErrorReport> check(String name, String value) {
        return find(name).flatMap(info -> info.check(value).or(() -> target(info.name(), value)));
    }

    private static Optional<ErrorReport> target(String name, String value) {
        boolean number = value.matches("\\d{1,10}");
        boolean wrong = switch (name) {
            case "recovery_target_timeline" -> !number && !value.equals("latest") && !value.isEmpty();
            case "recovery_target_xid" -> !number;
            default -> false;
        };
        if (wrong) {
            return Optional.of(ErrorReport.error(name + " is not a valid number: \"" + value + "\""));
        }
        if (name.equals("recovery_target_lsn") && !value.matches("[0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8}")) {
            return Optional.of(ErrorReport.error("invalid input syntax for type pg_lsn: \"" + value + "\""));
        }
        return name.equals("recovery_target_name") && value.length() > LONGEST_NAME
                ? Optional.of(ErrorReport.error(name + " is too long (maximum " + LONGEST_NAME + " characters)"))
                : Optional.empty();
    }
}
