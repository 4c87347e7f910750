package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.session.query.Connector;
import dev.pgduo.shell.client.ClientMain;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.TlsSession;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections, and those that must be and are not, with a server that encrypts; the words are those of psql 15. */
final class EncryptionIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @SuppressWarnings("NullAway.Init")
    private static SelfSigned own;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        own = SelfSigned.of("localhost", directory);
        server = POSTGRES.server();
        server.writePrivate("server.crt", own.certificate());
        server.writePrivate("server.key", own.key());
        server.configure("ssl = on\n");
        server.stop();
        server.startAgain();
    }

    private static WireConnection open(String options) throws ConnectFailed {
        Conninfo full = Conninfo.of(server.endpoint()).overlaid(Conninfo.parse(options));
        return new Connector(Map.of()).open(full);
    }

    private static @Nullable TlsSession agreed(String options) throws ConnectFailed {
        try (WireConnection connection = open(options)) {
            return connection.encryption();
        }
    }

    private static void refused(String options, String words) {
        assertThatThrownBy(() -> open(options))
                .isInstanceOf(ConnectFailed.class)
                .hasMessageEndingWith(words);
    }

    @Test
    void isEncryptedWhereTheServerLikesIt() throws ConnectFailed {
        assertThat(agreed("")).isEqualTo(new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384"));
        assertThat(agreed("ssl_max_protocol_version=TLSv1.2"))
                .isEqualTo(new TlsSession("TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384"));
        assertThat(agreed("sslmode=require")).isNotNull();
        assertThat(agreed("sslmode=disable")).isNull();
        assertThat(agreed("sslmode=allow")).isNull();
    }

    @Test
    void trustsNobodyWithoutARootCertificate() {
        refused(
                "sslmode=verify-ca sslrootcert=/no/such/root.crt",
                "failed: root certificate file \"/no/such/root.crt\" does not exist\n"
                        + "Either provide the file or change sslmode to disable server certificate verification.");
    }

    @Test
    void comparesTheCertificateAndTheName() throws IOException, GeneralSecurityException, ConnectFailed {
        String trusted = " sslrootcert=" + own.trusted(directory);
        String other = " sslrootcert=" + SelfSigned.of("other", directory).trusted(directory);
        assertThat(agreed("sslmode=verify-ca" + trusted)).isNotNull();
        assertThat(agreed("host=localhost sslmode=verify-full" + trusted)).isNotNull();
        refused(
                "sslmode=verify-full" + trusted,
                "failed: server certificate for \"localhost\" does not match host name \"127.0.0.1\"");
        refused("sslmode=verify-ca" + other, "failed: SSL error: certificate verify failed");
        refused("sslmode=require" + other, "failed: SSL error: certificate verify failed");
        assertThat(agreed("sslmode=prefer" + other)).isNull();
    }

    @Test
    void comesBackInTheOtherWayWhenTheServerWantsThat() throws IOException, ConnectFailed {
        server.admit("""
                hostssl all coded 127.0.0.1/32 trust
                host all coded 127.0.0.1/32 reject
                hostnossl all open 127.0.0.1/32 trust
                host all open 127.0.0.1/32 reject
                """);
        try (Probe probe = Probe.open(server.endpoint())) {
            probe.scalar("create role coded login");
            probe.scalar("create role open login");
        }
        server.stop();
        server.startAgain();
        assertThat(agreed("user=coded sslmode=allow")).isNotNull();
        assertThat(agreed("user=open sslmode=prefer")).isNull();
        refused(
                "user=coded sslmode=disable",
                "FATAL:  pg_hba.conf rejects connection for host \"127.0.0.1\", user \"coded\","
                        + " database \"postgres\", no encryption");
        refused(
                "user=open sslmode=require",
                "FATAL:  pg_hba.conf rejects connection for host \"127.0.0.1\", user \"open\","
                        + " database \"postgres\", SSL encryption");
    }

    @Test
    void refusesWhatCannotBe() {
        refused(
                "channel_binding=require",
                "failed: channel binding required, but server authenticated client without channel binding");
        refused(
                "gssencmode=require",
                "failed: GSSAPI encryption required but was impossible (possibly no credential cache, no server"
                        + " support, or using a local socket)");
        refused("ssl_max_protocol_version=TLSv1.1", "invalid SSL protocol version range");
        refused("connect_timeout=x", "failed: invalid integer value \"x\" for connection option \"connect_timeout\"");
    }

    @Test
    void carriesMuchInBothDirections() throws ConnectFailed, ConnectionLost {
        try (WireConnection connection = open("sslmode=require")) {
            ProbeAnswer answer = new ProbeAnswer();
            assertThat(connection.encryption()).isNotNull();
            connection.query("select 1, repeat('y', 1000000) -- " + "z".repeat(1 << 20), answer);
            assertThat(answer.answer().rows().get(0).get(1)).isEqualTo("y".repeat(1_000_000));
        }
    }

    /** A base backup connects as a session does: encrypted, and to the first of several servers that answers. */
    @Test
    void takesABaseBackupThroughTls() {
        String several = "host=127.0.0.1,127.0.0.1 port=1," + server.endpoint().port() + " user=postgres ";
        Path copy = directory.resolve("copy");
        StringWriter said = new StringWriter();
        assertThat(backup(copy, several + "sslmode=require", said))
                .as(said.toString())
                .isZero();
        assertThat(copy.resolve("backup_manifest")).exists();
        assertThat(backup(directory.resolve("none"), several + "sslmode=verify-ca sslrootcert=/no/such/root.crt", said))
                .isEqualTo(1);
        assertThat(said.toString()).contains("root certificate file \"/no/such/root.crt\" does not exist");
    }

    private static int backup(Path target, String conninfo, StringWriter said) {
        PrintWriter out = new PrintWriter(said);
        return new ClientMain(out, out, Map.of())
                .run(List.of("pg_basebackup", "-D", target.toString(), "-d", conninfo, "-c", "fast"))
                .orElseThrow();
    }
}
