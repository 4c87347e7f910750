package dev.pgduo.wire;

import dev.pgduo.Damage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedTest {
    /** What a connection string may be called wrong with, in libpq's words. */
    private static final Set<Class<? extends Exception>> COMPLAINT = Set.of(IllegalArgumentException.class);

    @TempDir
    Path directory;

    @Test
    void connectionStrings() {
        Damage.ask(
                List.of(
                        "host=a,b port=1,2 user='x y' password=\\'z application_name = w",
                        "postgresql://us%20er:p%40ss@h1:1,[::1]:2/db?sslmode=prefer&target_session_attrs=any",
                        "host=a port=1 passfile=/x service=y connect_timeout=3"),
                COMPLAINT,
                text -> {
                    Conninfo said = Conninfo.parse(text);
                    new ConninfoDefaults(Map.of("HOME", directory.toString())).complete(said);
                });
    }

    @Test
    void passwordFiles() throws Exception {
        Path file = Files.createFile(
                directory.resolve("pgpass"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Endpoint endpoint = Endpoint.of("h", 5432, "u", "d");
        Damage.ask(List.of("# x\nh:5432:d:u:pass\\:word\n*:*:*:*:y\\\\\n"), Set.of(), text -> {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            new ConninfoDefaults(Map.of("HOME", directory.toString()))
                    .password(Conninfo.parse("passfile='" + file + "'"), endpoint, warning -> {});
        });
        Damage.ask(
                List.of("/x/y"),
                COMPLAINT,
                name -> new ConninfoDefaults(Map.of())
                        .password(Conninfo.empty().with("passfile", name), endpoint, warning -> {}));
    }

    @Test
    void serviceFiles() {
        Path file = directory.resolve("services");
        ConninfoDefaults defaults = new ConninfoDefaults(Map.of("PGSERVICEFILE", file.toString()));
        Damage.ask(List.of("# x\n[a]\nhost=h\n\n[lab]\nport=5432\nuser = u\ndbname=x=y\n"), COMPLAINT, text -> {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            defaults.complete(Conninfo.parse("service=lab"));
        });
    }
}
