package dev.pgduo.cluster.conf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClosedTrustTest {
    private static final String FILE = """
            # TYPE  DATABASE        USER            ADDRESS                 METHOD
            local   all             all                                     trust
            host    all             all             127.0.0.1/32            trust
            #host   replication     postgres        ::1/128                 trust
            hostssl all             "a b"           127.0.0.1 255.0.0.0     trust   # why not
            hostnossl all           trust           all                     "trust"
            host    all             bob             127.0.0.1/32            scram-sha-256
            host    trust           all             127.0.0.1/32            reject
            """;

    @Test
    void closesWhatTrustsTcp() {
        assertThat(ClosedTrust.close(FILE, "md5")).isEqualTo("""
                # TYPE  DATABASE        USER            ADDRESS                 METHOD
                local   all             all                                     trust
                host    all             all             127.0.0.1/32            "md5"
                #host   replication     postgres        ::1/128                 "md5"
                hostssl all             "a b"           127.0.0.1 255.0.0.0     "md5"   # why not
                hostnossl all           trust           all                     "md5"
                host    all             bob             127.0.0.1/32            scram-sha-256
                host    trust           all             127.0.0.1/32            reject
                """);
        assertThat(ClosedTrust.close(ClosedTrust.close(FILE, "md5"), "md5")).isEqualTo(ClosedTrust.close(FILE, "md5"));
    }

    @Test
    void theServersReadingOfAClosedLineIsTheMethod() {
        assertThat(HbaFile.parse("host all all 127.0.0.1/32 \"scram-sha-256\"\n", "h")
                        .records())
                .singleElement()
                .satisfies(
                        line -> assertThat(line.record().orElseThrow().method()).isEqualTo("scram-sha-256"));
    }

    @Test
    void showsTrust() {
        String line = "host    all             all             127.0.0.1/32            ";
        assertThat(ClosedTrust.shown("f:94: added " + line + "\"scram-sha-256\""))
                .isEqualTo("f:94: added " + line + "trust");
        assertThat(ClosedTrust.shown(line + "scram-sha-256")).isEqualTo(line + "scram-sha-256");
        assertThat(ClosedTrust.isClosed(line + "\"md5\"")).isTrue();
        assertThat(ClosedTrust.isClosed(line + "md5")).isFalse();
    }
}
