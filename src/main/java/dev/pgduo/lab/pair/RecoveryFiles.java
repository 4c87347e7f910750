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
 * What the files of a data directory say of recovery: which role the next start has, and whom a standby follows.
 *
 * @param intent the role
 * @param label whether it is a base backup, or a rewound cluster, that no server has recovered yet
 * @param conninfo of the primary, empty when none is set
 * @param slot on the primary, empty when none is set
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

    /** Bytes that are no UTF-8 do no harm here: only two names are looked for. */
    private static Optional<ConfFile> recoveryConf(Path file) {
        try {
            return Optional.of(
                    ConfFile.parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), file.toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
