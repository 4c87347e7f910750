package dev.pgduo.cluster.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HbaFileTest {
    private static final String SAMPLE = """
            # TYPE  DATABASE  USER  ADDRESS  METHOD
            local   all       all            peer
            host    all       all   127.0.0.1/32  md5
            #local   replication     postgres                                trust
            #host    replication     postgres        127.0.0.1/32            trust
            """;

    private static HbaFile parse(String text) {
        return HbaFile.parse(text, "pg_hba.conf");
    }

    @Test
    void readsARecord() {
        HbaLine line = parse("# c\nhostssl a,\"B c\" \\\n +g,all 10.0.0.1/8 cert map=m # c\n")
                .records()
                .get(0);
        assertThat(line.number()).isEqualTo(2);
        HbaRecord expected = new HbaRecord(
                HbaType.HOSTSSL,
                List.of(new HbaToken("a", false), new HbaToken("B c", true)),
                List.of(new HbaToken("+g", false), new HbaToken("all", false)),
                new HbaAddress.Range(new IpRange(address("10.0.0.1"), address("255.0.0.0"))),
                "cert",
                Map.of("map", "m"));
        assertThat(line.record()).contains(expected);
        assertThat(parse(expected.written()).records().get(0).record()).contains(expected);
    }

    @Test
    void tellsWhereAProblemIs() {
        assertThat(parse(SAMPLE + "foo all all trust\n").problems())
                .singleElement()
                .hasToString(
                        "ErrorReport[severity=ERROR, message=invalid connection type \"foo\", detail=null, hint=null,"
                                + " position=pg_hba.conf:6]");
        assertThat(HbaFile.check("host all all 1.2.3.4").orElseThrow().hint())
                .isEqualTo("Specify an address range in CIDR notation, or provide a separate netmask.");
        assertThat(HbaFile.check("local all all trust")).isEmpty();
    }

    @Test
    void addsAndRemoves() {
        HbaFile file = parse(SAMPLE);
        String rule = "host all all all trust";
        assertThat(file.add(rule).text()).isEqualTo(SAMPLE + rule + "\n");
        assertThat(file.addFirst(rule).text()).isEqualTo(SAMPLE.replaceFirst("local", rule + "\nlocal"));
        assertThat(file.addFirst(rule).remove(2).text()).isEqualTo(SAMPLE);
        assertThat(file.remove(r -> r.method().equals("md5")).records()).hasSize(1);
        assertThat(parse("local all all trust\\\n").add(rule).records()).hasSize(2);
        assertThatThrownBy(() -> file.remove(99)).hasMessage("no line 99 in file \"pg_hba.conf\"");
        assertThatThrownBy(() -> file.add("host all")).isInstanceOf(LabException.class);
        assertThat(file.add(parse(rule).records().get(0).record().orElseThrow()).records())
                .hasSize(3);
    }

    @Test
    void uncommentsTheRulesForReplication() {
        assertThat(parse(SAMPLE).uncommentReplication().text()).isEqualTo(SAMPLE.replaceAll("#(local|host)", "$1"));
    }

    @Test
    void keepsEveryText() {
        List<String> pieces = List.of(
                "host",
                "all",
                " ",
                " ",
                "\t",
                ",",
                "\"",
                "\"",
                "\\\n",
                "\n",
                "\r\n",
                "#",
                "10.0.0.0/8",
                "é",
                "@x",
                "trust",
                "::1");
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(25); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            HbaFile file = parse(text.toString());
            assertThat(file.text()).isEqualTo(text.toString());
            HbaFile longer = file.add("local all all reject");
            assertThat(longer.text()).startsWith(text);
            assertThat(longer.records()).hasSize(file.records().size() + 1);
            HbaFile first = file.addFirst("local all all reject");
            assertThat(first.records().get(0).record().orElseThrow().method()).isEqualTo("reject");
        }
    }

    @Test
    void readsListsInFiles(@TempDir Path directory) throws IOException {
        Path file =
                Files.writeString(directory.resolve("pg_hba.conf"), "local all @users trust\nlocal @none all trust\n");
        Files.writeString(directory.resolve("users"), "alice # a\n\"bob\",@more\n");
        Files.writeString(directory.resolve("more"), "carol @users");
        HbaFile hba = HbaFile.read(file);
        assertThat(hba.problems()).hasSize(2);
        Files.writeString(directory.resolve("more"), "carol");
        assertThat(HbaFile.read(file).records().get(0).record().orElseThrow().users())
                .extracting(HbaToken::text)
                .containsExactly("alice", "bob", "carol");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, NONE, 5",
        "10.1.2.3, SSL, 1",
        "10.1.2.3, GSS, 2",
        "192.168.1.7, NONE, 3",
        "192.168.1.8, NONE, 4",
        "::ffff:10.1.2.3, NONE, 7",
        "fe80::1, NONE, 6",
        "2001:db8::1, NONE, 7"
    })
    void decidesByAddress(String address, HbaClient.Encryption encryption, int line) {
        HbaFile file = parse("""
                hostssl all all all trust
                hostgssenc all all all trust
                host all all samehost trust
                host all all samenet trust
                host all all 10.0.0.0/8 trust
                host all all fe80::/10 trust
                hostnogssenc all all .example.com trust
                """);
        List<IpRange> own = List.of(new IpRange(address("192.168.1.7"), address("255.255.255.0")));
        HbaClient client = new HbaClient.Tcp(address(address), "h.Example.com", encryption, own);
        assertThat(HbaMatch.decide(file, HbaQuery.local("u", "d").from(client)))
                .map(HbaLine::number)
                .contains(line);
    }

    @Test
    void decidesByNames() {
        HbaFile file = parse("""
                local "replication" all trust
                local replication +staff trust
                local samerole all trust
                local sameuser "all" trust
                """);
        assertThat(decided(file, HbaQuery.local("u", "replication"))).contains(1);
        assertThat(decided(file, HbaQuery.local("u", "d").forReplication())).isEmpty();
        assertThat(decided(file, HbaQuery.local("u", "d").forReplication().memberOf(Set.of("staff"))))
                .contains(2);
        assertThat(decided(file, HbaQuery.local("u", "u"))).contains(3);
        assertThat(decided(file, HbaQuery.local("u", "all"))).isEmpty();
    }

    private static Optional<Integer> decided(HbaFile file, HbaQuery query) {
        return HbaMatch.decide(file, query).map(HbaLine::number);
    }

    @ParameterizedTest
    @CsvSource({
        "127.1, 127.0.0.1",
        "0x7f.1, 127.0.0.1",
        "010.0.0.1, 8.0.0.1",
        "10, 0.0.0.10",
        "1.2.3.400, ",
        "1.2.3.4.5, ",
        "'', ",
        "::, ::",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "::1.2.3.4, ::102:304",
        "::ffff:1.2.3.4, ::ffff:1.2.3.4",
        "fe80::1%lo, fe80::1",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::8, ",
        "1::2::3, ",
        ":1:2, ",
        "12345::, ",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0"
    })
    void readsAddresses(String text, @Nullable String shown) {
        assertThat(IpAddress.parse(text).map(IpAddress::toString)).isEqualTo(Optional.ofNullable(shown));
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
