package dev.pgduo.cluster.quantity;

import dev.pgduo.Damage;
import dev.pgduo.cluster.backup.BackupProgress;
import dev.pgduo.cluster.binaries.ServerList;
import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.conf.HbaFile;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.server.PostmasterFile;
import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node's damaged files and words about servers are read as. */
class DamagedTest {
    private static final Set<Class<? extends Exception>> ERROR = Set.of(LabException.class);

    @TempDir
    Path directory;

    @Test
    void settings() {
        Damage.ask(
                List.of(
                        "# x\nport = 5432\nwork_mem '4MB' # y\ninclude 'x.conf'\nprimary_conninfo = 'host=''a'' \\x41'\n"),
                ERROR,
                text -> ConfFile.parse(text, "x.conf"));
    }

    @Test
    void rules() {
        Damage.ask(List.of("""
                        local all "a b",+c trust
                        host all,@x all 10.0.0.0/8 ldap ldapserver="x"
                        host r s ::1/128 md5
                        hostssl all all 1.2.3.4 255.0.0.0 cert \\
                         map=m
                        """), ERROR, text -> HbaFile.parse(text, "pg_hba.conf"));
    }

    @Test
    void postmasterFile() {
        Damage.ask(
                List.of("4711\n/var/lib/data\n1700000000\n5432\n/tmp\nlocalhost\n  1234567 65538\nready   \n"),
                ERROR,
                text -> PostmasterFile.parse(text.lines().toList()));
    }

    @Test
    void controlFile() throws IOException {
        Files.createDirectory(directory.resolve("global"));
        Path file = directory.resolve("global/pg_control");
        Files.writeString(directory.resolve("PG_VERSION"), "15\n");
        Damage.ask(List.of("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u00ff".repeat(64), "", "x"), ERROR, text -> {
            Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
            ControlData data = ControlData.read(directory);
            data.intact();
            data.report();
        });
        Files.write(file, new byte[512]);
        Damage.ask(List.of("15\n", "9.6\n"), ERROR, text -> {
            Files.write(directory.resolve("PG_VERSION"), text.getBytes(StandardCharsets.ISO_8859_1));
            ControlData.read(directory).report();
        });
    }

    @Test
    void words() {
        Damage.ask(List.of("9.6,10-18", "15.4,latest,/usr/lib"), ERROR, ServerList::parse);
        Damage.ask(List.of("PostgreSQL 15.18 (Debian)", "9.6.24", "18beta1"), ERROR, ServerVersion::parse);
        Damage.ask(List.of("0/63000000", "FFFFFFFF/0"), ERROR, Lsn::parse);
        Damage.ask(List.of("5432", "65535"), ERROR, Port::parse);
        Damage.ask(List.of("12345/67890 kB (18%), 0/1 tablespace"), ERROR, BackupProgress::parse);
    }
}
