package dev.pgduo.cluster.conf;

import dev.pgduo.Damage;
import dev.pgduo.report.LabException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files that include others, and what stands in them. */
class DamagedTest {
    private static final Set<Class<? extends Exception>> ERROR = Set.of(LabException.class);

    @TempDir
    Path directory;

    @Test
    void includedSettings() {
        Damage.ask(
                List.of(
                        "port = 5432\ninclude 'more.conf'\ninclude_if_exists = 'none'\ninclude_dir '.'\nwork_mem = 4MB\n"),
                Set.of(),
                text -> {
                    Files.write(directory.resolve("postgresql.conf"), text.getBytes(StandardCharsets.UTF_8));
                    Files.write(directory.resolve("more.conf"), text.getBytes(StandardCharsets.ISO_8859_1));
                    EffectiveConf.read(directory).settings();
                });
    }

    @Test
    void includedRules() {
        Path file = directory.resolve("pg_hba.conf");
        Damage.ask(
                List.of("local @more,x \"all\" trust\nhost all @/none 10.0.0.0/8 reject\n@pg_hba.conf\n"),
                ERROR,
                text -> {
                    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                    Files.write(directory.resolve("more"), text.getBytes(StandardCharsets.ISO_8859_1));
                    HbaFile.read(file);
                });
    }

    @Test
    void addressesAndUnits() {
        Damage.ask(List.of("10.0.0.0", "::ffff:1.2.3.4", "fe80::1%eth0"), Set.of(), text -> {
            IpAddress.parse(text);
            Ipv6.parse(text);
            Unit.of(text);
        });
    }
}
