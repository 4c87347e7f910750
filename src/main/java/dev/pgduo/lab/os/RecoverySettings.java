package dev.pgduo.lab.os;

import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.conf.FileText;
import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The settings of recovery.conf for lab files, on servers that read the file and on those that do not. */
final class RecoverySettings {
    private static final String FILE = "recovery.conf";
    private static final Set<String> SHOWN = Set.of(
            "primary_conninfo",
            "primary_slot_name",
            "promote_trigger_file",
            "restore_command",
            "recovery_target_timeline",
            "recovery_min_apply_delay");

    private final Node node;
    private final LabPaths paths;
    private final Capabilities capabilities;

    /** @param paths the paths that may be changed */
    RecoverySettings(Node node, LabPaths paths) {
        this.node = node;
        this.paths = paths;
        this.capabilities = node.settings().capabilities();
    }

    /** Whether a file is a recovery.conf that the server would refuse. */
    boolean isTranslated(Path file) {
        return capabilities.has(Feature.STANDBY_SIGNAL)
                && file.equals(node.layout().data().resolve(FILE));
    }

    /** The file that has recovery.conf's settings on this server. */
    Path file() {
        return node.layout().data().resolve(capabilities.recoverySettingsFile());
    }

    /** Adds one line of a recovery.conf. */
    Set<Translation> set(String line) {
        Set<Translation> done = EnumSet.of(Translation.RECOVERY_CONF);
        for (ConfFile.Entry entry : ConfFile.parse(line + "\n", FILE).entries()) {
            done.addAll(set(entry.name().toLowerCase(Locale.ROOT), entry.value()));
        }
        return done;
    }

    private Set<Translation> set(String name, String value) {
        if (name.equals("standby_mode")) {
            replace(node.layout().data().resolve("standby.signal"), "");
            return Set.of(Translation.STANDBY_MODE);
        }
        if (!name.equals("trigger_file")) {
            put(name, value);
            return Set.of();
        }
        Optional<String> setting = capabilities.triggerFileSetting();
        setting.ifPresentOrElse(s -> put(s, value), () -> replace(remembered(), value + "\n"));
        return Set.of(setting.isPresent() ? Translation.TRIGGER_FILE : Translation.TRIGGER_FILE_GONE);
    }

    private void put(String name, String value) {
        String text = Files.exists(file()) ? TextFile.read(file(), file().toString()) : "";
        replace(file(), ConfFile.parse(text, file().toString()).set(name, value).text());
    }

    private void replace(Path file, String text) {
        AtomicFile.replace(paths.forWriting(file, FILE), text);
    }

    /** The node's settings as lines of a recovery.conf. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ConfFile.Entry entry : settings().entries()) {
            if (SHOWN.contains(entry.name().toLowerCase(Locale.ROOT))) {
                lines.add(entry.name() + " = '" + entry.value().replace("'", "''") + "'");
            }
        }
        return lines;
    }

    /** The file whose creation promotes the node, if the setting exists and is set. */
    Optional<Path> triggerFile() {
        Optional<String> name = capabilities.triggerFileSetting().isPresent()
                ? capabilities
                        .triggerFileSetting()
                        .flatMap(setting -> settings().value(setting))
                : readRemembered();
        return name.filter(n -> !n.isEmpty()).map(n -> FileText.named(n, file()));
    }

    /** Whether the server itself watches for the trigger file. */
    boolean triggerWorks() {
        return capabilities.triggerFileSetting().isPresent();
    }

    private ConfFile settings() {
        String text = Files.exists(file()) ? TextFile.read(file(), file().toString()) : "";
        return ConfFile.parse(text, file().toString());
    }

    private Path remembered() {
        return node.layout().root().resolve("trigger_file");
    }

    private Optional<String> readRemembered() {
        try {
            return Files.exists(remembered())
                    ? Optional.of(Files.readString(remembered()).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
