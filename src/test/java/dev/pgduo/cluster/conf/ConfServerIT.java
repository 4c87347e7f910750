package dev.pgduo.cluster.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What this room reads in configuration files is what a real server reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfServerIT {
    private static final int RANDOM_LINES = 1500;

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private ConfServer server;
    private String goodConf = "";

    @BeforeAll
    void start() throws IOException {
        server = ConfServer.of(POSTGRES.server());
        goodConf = Files.readString(conf());
    }

    private Path conf() {
        return server.data().resolve("postgresql.conf");
    }

    @Test
    void readsTheFileThatInitdbMade() {
        ConfFile file = ConfFile.parse(goodConf, "postgresql.conf");
        assertThat(file.text()).isEqualTo(goodConf);
        assertThat(file.problems()).isEmpty();
        String[] lines = file.set("wal_level", "logical").text().split("\n", -1);
        int at = Arrays.asList(lines).indexOf("wal_level = 'logical'");
        assertThat(lines[at - 2]).startsWith("#wal_level = replica");
        assertThat(lines[at - 1]).startsWith("\t\t\t\t\t# (change requires restart)");
    }

    /** The server stops at the first syntax error of a file, so each line has its own. */
    @Test
    void readsLinesAsTheServer() throws IOException {
        List<String> lines = new ArrayList<>(resource("odd_lines.conf").lines().toList());
        RandomConf random = new RandomConf(15);
        for (int i = 0; i < RANDOM_LINES; i++) {
            lines.add(random.line());
        }
        Path directory = Files.createDirectories(server.data().resolve("lines"));
        StringBuilder includes = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Files.writeString(directory.resolve(i + ".conf"), "# first\n" + lines.get(i) + "\n");
            includes.append("include 'lines/").append(i).append(".conf'\n");
        }
        Files.writeString(conf(), includes);
        assertSameAsServer();
    }

    @Test
    void readsIncludesAsTheServer() throws IOException {
        Files.createDirectories(server.data().resolve("d"));
        Files.writeString(server.data().resolve("d/b.conf"), "x.b = 1\ninclude '../loop'\n");
        Files.writeString(server.data().resolve("d/B.conf"), "x.b = 2\nx.b = 3\n");
        Files.writeString(server.data().resolve("d/.a.conf"), "x.a = 1\n");
        Files.writeString(server.data().resolve("d/x.conf.pgduo-old"), "x.a = 2\n");
        Files.writeString(server.data().resolve("loop"), "x.c = 1\ninclude 'loop2'\n");
        Files.writeString(server.data().resolve("loop2"), "include loop\n");
        Files.writeString(conf(), """
                x.b = 0
                include_dir d
                include_dir 'd/../none'
                include 'none'
                include_if_exists = 'none'
                include ''
                include_dir ''
                include 'postgresql.conf'
                X.B = last
                """);
        assertSameAsServer();
    }

    private void assertSameAsServer() throws IOException {
        List<String> expected = new ArrayList<>();
        String query = "select sourcefile, sourceline, coalesce(name, ''), coalesce(setting, ''), coalesce(error, '')"
                + " from pg_file_settings where sourcefile is not null order by seqno";
        for (List<String> row : server.rows(query)) {
            String error = row.get(4).equals("unrecognized configuration parameter")
                            || !row.get(2).isEmpty()
                    ? ""
                    : "error";
            expected.add(String.join("|", row.get(0), row.get(1), row.get(2), row.get(3), error));
        }
        EffectiveConf conf = EffectiveConf.read(server.data());
        List<String> actual = conf.all().stream()
                .map(e -> String.join("|", e.file().toString(), e.line() + "", e.name(), e.value(), ""))
                .collect(Collectors.toCollection(ArrayList::new));
        conf.problems().stream().map(ConfServerIT::error).forEach(actual::add);
        Files.writeString(conf(), goodConf);
        assertThat(without(actual, expected)).as("only here").isEmpty();
        assertThat(without(expected, actual)).as("only the server's").isEmpty();
        assertThat(actual).hasSameSizeAs(expected);
    }

    private static List<String> without(List<String> rows, List<String> others) {
        return rows.stream().filter(row -> !others.contains(row)).toList();
    }

    private static String error(ErrorReport problem) {
        Position at = Objects.requireNonNull(problem.position());
        return at.source() + "|" + at.line() + "|||error";
    }

    @Test
    void readsHbaAsTheServer() throws IOException {
        Path file = server.data().resolve("pg_hba.conf");
        String good = Files.readString(file);
        Files.writeString(server.data().resolve("list"), "alice, bob\n\"carol\" # c\n");
        Files.writeString(file, resource("odd_hba.conf"));
        List<String> expected = server
                .rows("select line_number, type, array_to_string(database, ','), array_to_string(user_name, ','),"
                        + " address, netmask, auth_method, error from pg_hba_file_rules")
                .stream()
                .map(row -> String.join("|", row))
                .toList();
        HbaFile hba = HbaFile.read(file);
        Files.writeString(file, good);
        assertThat(hba.text()).isEqualTo(resource("odd_hba.conf"));
        List<String> actual = hba.lines().stream()
                .filter(HbaLine::isActive)
                .map(ConfServerIT::row)
                .toList();
        assertThat(actual.stream().map(ConfServerIT::visible))
                .containsExactlyElementsOf(
                        expected.stream().map(ConfServerIT::visible).toList());
    }

    /** The view has no message for a wrong value of an option, and one for lines of hostssl while SSL is off. */
    private static String visible(String row) {
        return row.replaceFirst("(invalid value for client|host\\w+ record cannot match because ).*$", "");
    }

    private static String row(HbaLine line) {
        String error = line.problem().map(ErrorReport::message).orElse("");
        return line.number() + "|" + line.record().map(ConfServerIT::columns).orElse("||||")
                + "||".substring(line.record().isPresent() ? 1 : 0) + error;
    }

    private static String columns(HbaRecord r) {
        String address = r.address().written();
        String[] parts = (address + " ").split(" ", -1);
        return String.join(
                "|", r.type().toString(), names(r.databases()), names(r.users()), parts[0], parts[1], r.method());
    }

    private static String names(List<HbaToken> tokens) {
        return tokens.stream().map(HbaToken::text).collect(Collectors.joining(","));
    }

    @Test
    void decidesAsTheServer() throws IOException {
        server.rows("create role alice login");
        server.rows("create role \"all\" login");
        server.rows("create role staff");
        server.rows("create role bob login in role staff");
        server.rows("create database alice");
        server.rows("create database staff");
        String rules = resource("decide_hba.conf");
        Files.writeString(server.data().resolve("pg_hba.conf"), "local all postgres trust\n" + rules);
        server.rows("select pg_reload_conf()");
        HbaFile hba = HbaFile.parse(rules, "pg_hba.conf");
        for (String user : List.of("alice", "bob", "all")) {
            for (String database : List.of("alice", "staff", "postgres")) {
                for (String host : List.of("127.0.0.1", server.socket())) {
                    HbaQuery query = host.startsWith("/")
                            ? HbaQuery.local(user, database)
                            : HbaQuery.tcp(user, database, IpAddress.parse(host).orElseThrow());
                    String decided = HbaMatch.decide(hba, user.equals("bob") ? query.memberOf(Set.of("staff")) : query)
                            .flatMap(HbaLine::record)
                            .map(HbaRecord::method)
                            .orElse("no entry");
                    assertThat(outcome(server.psql(host, user, database, "select 'in'")))
                            .as("%s %s %s", user, database, host)
                            .isEqualTo(decided);
                }
            }
        }
        HbaQuery replication = HbaQuery.local("postgres", "replication").forReplication();
        assertThat(HbaMatch.decide(hba, replication)).map(HbaLine::number).contains(1);
    }

    private static String outcome(String printed) {
        if (printed.contains("no pg_hba.conf entry")) {
            return "no entry";
        }
        return printed.contains("pg_hba.conf rejects") ? "reject" : printed.equals("in") ? "trust" : printed;
    }

    @Test
    void refusesValuesAsTheServer() throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (String line : resource("values.txt").lines().toList()) {
            String name = line.substring(0, line.indexOf('='));
            String value = line.substring(line.indexOf('=') + 1);
            String command = "alter system set " + name + " = '" + value.replace("'", "''") + "'";
            expected.add(line + ": " + server.psql(server.socket(), "postgres", "postgres", command));
            actual.add(line + ": "
                    + info(name).check(value).map(ErrorReport::render).orElse(""));
        }
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    @Test
    void takesWhatTheServerHas() throws IOException {
        for (SettingInfo info : infos("context <> 'internal' and setting is not null")) {
            assertThat(info.check(info.shortDescription())).as(info.name()).isEmpty();
        }
    }

    private SettingInfo info(String name) throws IOException {
        return infos("name = '" + name + "'").get(0);
    }

    /** With the value for the description. */
    private List<SettingInfo> infos(String condition) throws IOException {
        return server
                .rows("select name, vartype, unit, min_val, max_val, array_to_string(enumvals, '/'), context, setting"
                        + " from pg_settings where " + condition)
                .stream()
                .map(r -> new SettingInfo(
                        r.get(0),
                        r.get(1),
                        r.get(2).isEmpty() ? null : r.get(2),
                        r.get(3).isEmpty() ? null : r.get(3),
                        r.get(4).isEmpty() ? null : r.get(4),
                        List.of(r.get(5).split("/", -1)),
                        r.get(6),
                        r.get(7)))
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ConfServerIT.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
