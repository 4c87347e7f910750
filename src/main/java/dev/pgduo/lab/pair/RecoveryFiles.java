package dev.pgduo.lab.pair;

import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The recovery configuration in a data directory: the role after the next start, and the primary of a standby.
 *
 * @param intent the role
 * @param label the backup_label: whether it is a base backup, or a rewound cluster, that no server has recovered yet
 * @param conninfo primary_conninfo; empty when it is not set
 * @param slot primary_slot_name; empty when it is not set
 */
public record RecoveryFiles(Intent intent, RecoveryLabel label, Optional<String> conninfo, Optional<String> slot) {
    /** A node without any of these files. */
    public static final RecoveryFiles NONE =
            new RecoveryFiles(Intent.PRIMARY, RecoveryLabel.NONE, Optional.empty(), Optional.empty());

    /** Reads the files of a data directory as a server of these capabilities would. */
    public static RecoveryFiles read(Path data, Capabilities capabilities) {
        RecoveryLabel label = RecoveryLabel.of(data);
        if (capabilities.has(Feature.STANDBY_SIGNAL)) {
            EffectiveConf conf = EffectiveConf.read(data);
            return of(signalled(data), label, conf::value);
        }
        Optional<ConfFile> conf = recoveryConf(data.resolve("recovery.conf"));
        return conf.map(file -> of(wanted(file), label, file::value))
                .orElse(of(Intent.PRIMARY, label, name -> Optional.empty()));
    }

    private static RecoveryFiles of(Intent intent, RecoveryLabel label, Function<String, Optional<String>> setting) {
        return new RecoveryFiles(
                intent,
                label,
                setting.apply("primary_conninfo").filter(text -> !text.isBlank()),
                setting.apply("primary_slot_name").filter(text -> !text.isBlank()));
    }

    private static Intent signalled(Path data) {
        if (Files.exists(data.resolve("standby.signal"))) {
            return Intent.STANDBY;
        }
        return Files.exists(data.resolve("recovery.signal")) ? Intent.RECOVERY : Intent.PRIMARY;
    }

    private static Intent wanted(ConfFile recovery) {
        boolean standby = recovery.value("standby_mode")
                .filter(text -> text.matches("(?i)on|t(r(ue?)?)?|y(es?)?|1"))
                .isPresent();
        return standby ? Intent.STANDBY : Intent.RECOVERY;
    }

    /** Parses the file; bytes that are no UTF-8 are harmless, as only two settings are read. */
    private static Optional<ConfFile> recoveryConf(Path file) {
        try {
            return Optional.of(
                    ConfFile.parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), file.toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
