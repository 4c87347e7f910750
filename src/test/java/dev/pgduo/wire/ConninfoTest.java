package dev.pgduo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConninfoTest {
    @Test
    void readsKeywordsAndValues() {
        Conninfo info = Conninfo.parse("host=localhost  port = 5433 dbname='a \\'b\\\\' user=");

        assertThat(info.settled().values()).isEqualTo(Map.of("host", "localhost", "port", "5433", "dbname", "a 'b\\"));
    }

    @Test
    void readsUris() {
        Conninfo info = Conninfo.parse("postgresql://me:p%40ss@[::1]:5433,other/db?application_name=a%20b&ssl=true");

        assertThat(info.values())
                .isEqualTo(Map.of(
                        "user", "me",
                        "password", "p@ss",
                        "host", "::1,other",
                        "port", "5433,",
                        "dbname", "db",
                        "application_name", "a b",
                        "sslmode", "require"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "host localhost, missing \"=\" after \"host\" in connection info string",
                "host='a, unterminated quoted string in connection info string",
                "nope=1, invalid connection option \"nope\"",
                "postgresql:///?nope=1, invalid URI query parameter: \"nope\"",
                "postgresql://%zz@/, invalid percent-encoded token: \"%zz\""
            })
    void complainsInTheWordsOfLibpq(String text, String complaint) {
        assertThatThrownBy(() -> Conninfo.parse(text)).hasMessage(complaint);
    }

    @Test
    void triesEachHostWithItsPort() {
        Conninfo info = Conninfo.parse("host=a,/tmp port=1,2 user=u dbname=d");

        assertThat(info.endpoints()).extracting(Endpoint::toString).containsExactly("u@a:1/d", "u@/tmp:2/d");
        assertThatThrownBy(() -> info.with("port", "1,2,3").endpoints())
                .hasMessage("could not match 3 port numbers to 2 hosts");
    }

    @Test
    void takesAnAddressInsteadOfLookingTheNameUp() throws ConnectFailed {
        Conninfo info = Conninfo.parse("host=nosuch.invalid hostaddr=127.0.0.1 user=u dbname=d");

        Endpoint endpoint = info.endpoints().get(0);
        Address address = Address.all(endpoint).get(0);
        assertThat(endpoint.host()).isEqualTo("nosuch.invalid");
        assertThat(address.failed("no", null, null).words())
                .isEqualTo("connection to server at \"127.0.0.1\", port 5432 failed: no");
        assertThatThrownBy(() -> info.with("hostaddr", "127.0.0.1,127.0.0.2").endpoints())
                .hasMessage("could not match 1 host names to 2 hostaddr values");
        Endpoint wrong = info.with("hostaddr", "localhost").endpoints().get(0);
        assertThatThrownBy(() -> Address.all(wrong))
                .hasMessage("could not parse network address \"localhost\": Name or service not known");
    }

    @Test
    void leavesTheEnvironmentAloneWhereNothingIsSaidOnPurpose() {
        ConninfoDefaults defaults = new ConninfoDefaults(Map.of("PGPORT", "9", "PGHOST", "h", "PGUSER", "me"));

        Conninfo full = defaults.complete(Conninfo.parse("port='' user=''"));

        assertThat(full.endpoints())
                .extracting(Endpoint::toString)
                .containsExactly(System.getProperty("user.name") + "@h:5432/" + System.getProperty("user.name"));
    }

    @Test
    void fillsInTheServiceThenTheEnvironment(@TempDir Path directory) throws IOException {
        Path services = Files.writeString(
                directory.resolve("services"), "# all\n[other]\nhost=x\n[reg]\nhost=h\nport=7\n\n[last]\nuser=z\n");
        ConninfoDefaults defaults = new ConninfoDefaults(
                Map.of("PGSERVICEFILE", services.toString(), "PGPORT", "9", "PGUSER", "me", "HOME", "/nowhere"));

        Conninfo full = defaults.complete(Conninfo.parse("service=reg dbname=d"));

        assertThat(full.endpoints()).extracting(Endpoint::toString).containsExactly("me@h:7/d");
        assertThatThrownBy(() -> defaults.complete(Conninfo.parse("service=nope")))
                .hasMessage("definition of service \"nope\" not found");
    }

    @Test
    void findsThePasswordInAFileThatOthersCannotRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("pgpass"), "h:1:d:u:first\n*:*:*:u:a\\:b\\\\c\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        List<String> warnings = new ArrayList<>();
        assertThat(new PasswordFile(file).find(List.of("h", "1", "d", "u"), warnings::add))
                .isEqualTo("first");
        assertThat(new PasswordFile(file).find(List.of("h", "2", "d", "u"), warnings::add))
                .isEqualTo("a:b\\c");
        assertThat(new PasswordFile(file).find(List.of("h", "2", "d", "x"), warnings::add))
                .isNull();
        assertThat(warnings).isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(new PasswordFile(file).find(List.of("h", "1", "d", "u"), warnings::add))
                .isNull();
        assertThat(warnings)
                .containsExactly("WARNING: password file \"" + file
                        + "\" has group or world access; permissions should be u=rw (0600) or less");
    }

    @Test
    void findsThePasswordThatItWrote(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("pgpass"), PasswordFile.line("a:b", "c\\d:e"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(new PasswordFile(file).find(List.of("h", "1", "d", "a:b"), warning -> {}))
                .isEqualTo("c\\d:e");
        assertThat(new PasswordFile(file).environment()).containsEntry("PGPASSFILE", file.toString());
        assertThat(new PasswordFile(directory.resolve("none")).environment()).isEmpty();
    }
}
