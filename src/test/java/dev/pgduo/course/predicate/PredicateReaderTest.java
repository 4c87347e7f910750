package dev.pgduo.course.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.Rounds;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateReaderTest {
    private static final Position AT = new Position("x.lab", 3, 8);

    private static Predicate read(String text) {
        return Predicate.parse(text, AT);
    }

    private static Predicate.Query query(String sql, Wanted value) {
        return new Predicate.Query(NodeName.A, sql, value);
    }

    @Test
    void readsEveryKind() {
        assertThat(read("a: select sync_state from pg_stat_replication where application_name = 'b' => sync"))
                .isEqualTo(query(
                        "select sync_state from pg_stat_replication where application_name = 'b'",
                        new Wanted.Text("sync")));
        assertThat(read("role b = standby")).isEqualTo(new Predicate.Role(NodeName.B, NodeRole.STANDBY));
        assertThat(read("streams a -> b")).isEqualTo(new Predicate.Streams(NodeName.A, NodeName.B));
        assertThat(read("running a")).isEqualTo(new Predicate.Running(NodeName.A));
        assertThat(read("setting a work_mem = 7MB"))
                .isEqualTo(new Predicate.Setting(NodeName.A, "work_mem", new Wanted.Text("7MB")));
        assertThat(read("setting a plan.x = /^7/"))
                .isEqualTo(new Predicate.Setting(NodeName.A, "plan.x", new Wanted.Regex("^7")));
        assertThat(read("file a standby.signal")).isEqualTo(new Predicate.FileExists(NodeName.A, "standby.signal"));
        assertThat(read("file a /usr/local/my data/x.conf ~ ^port = 5"))
                .isEqualTo(new Predicate.FileMatches(NodeName.A, "/usr/local/my data/x.conf", "^port = 5"));
        assertThat(read("log b ~ FATAL:  .* slot")).isEqualTo(new Predicate.LogMatches(NodeName.B, "FATAL:  .* slot"));
        assertThat(read("lost > 12")).isEqualTo(new Predicate.Lost(NumberComparison.GREATER, 12));
    }

    @Test
    void valuesAreTextExpressionsOrRows() {
        assertThat(read("a: select 1, 'x y' => 1|x y")).isEqualTo(query("select 1, 'x y'", new Wanted.Text("1|x y")));
        assertThat(read("a: select 1 => /^1$/")).isEqualTo(query("select 1", new Wanted.Regex("^1$")));
        assertThat(read("a: select 1 => /var/lib")).isEqualTo(query("select 1", new Wanted.Text("/var/lib")));
        assertThat(read("a: select 1 => {2|b; 1|a}"))
                .isEqualTo(query("select 1", new Wanted.Rows(List.of("1|a", "2|b"))));
        assertThat(read("a: select 1 => {}")).isEqualTo(query("select 1", new Wanted.Rows(List.of())));
    }

    @Test
    void sqlMayHaveArrowsAndTheWordsThatJoin() {
        String sql = "select f(a => 1, b => 'x => y') where true and (1 = 1) or $$ => $$ = \" => \"";
        assertThat(read("a: " + sql + " => t and b")).isEqualTo(query(sql, new Wanted.Text("t and b")));
    }

    @Test
    void joinsPredicatesOnly() {
        Predicate one = new Predicate.Running(NodeName.A);
        Predicate two = new Predicate.LogMatches(NodeName.B, "this and that");
        Predicate three = new Predicate.Lost(NumberComparison.EQUAL, 0);
        assertThat(read("running a and log b ~ this and that or lost = 0"))
                .isEqualTo(new Predicate.Any(List.of(new Predicate.All(List.of(one, two)), three)));
        assertThat(read("running a and not ( log b ~ this and that  or lost = 0 )"))
                .isEqualTo(new Predicate.All(List.of(one, new Predicate.Not(new Predicate.Any(List.of(two, three))))));
        assertThat(read("(a: select f(1) => f(1))")).isEqualTo(query("select f(1)", new Wanted.Text("f(1)")));
    }

    @Test
    void checksMaySayHowLong() {
        assertThat(Check.parse("running a", AT).within()).isEqualTo(Check.USUAL);
        Check slow = Check.parse("log b ~ within reach within 2min", AT);
        assertThat(slow.within()).isEqualTo(Duration.ofMinutes(2));
        assertThat(slow.predicate()).isEqualTo(new Predicate.LogMatches(NodeName.B, "within reach"));
        assertThatThrownBy(() -> Check.parse("running a within 30x", AT)).hasMessage("invalid duration \"30x\"");
        assertThatThrownBy(() -> Check.parse("running a within 0s", AT)).hasMessage("invalid duration \"0s\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "select 1 => 1            ~  8 ~ expected a predicate, found \"select\"",
                "runing a                 ~  8 ~ expected a predicate, found \"runing\"",
                "running c                ~  8 ~ expected a predicate, found \"running\"",
                "running a and            ~ 18 ~ unexpected \"and\"",
                "running a b              ~ 18 ~ unexpected \"b\"",
                "(running a               ~ 18 ~ expected \")\", found the end of the line",
                "role b = master          ~ 17 ~ expected primary, standby or down, found \"master\"",
                "streams a -> a           ~ 21 ~ a node does not stream from itself",
                "a: select 1              ~ 11 ~ expected \"=> VALUE\" behind the SQL",
                "a: select 1 =>           ~ 22 ~ expected a value, found the end of the line",
                "a: => 1                  ~ 11 ~ expected SQL",
                "a: select 1 => {1; 2     ~ 23 ~ expected \"}\" behind the rows",
                "a: select 1 => /я[/      ~ 25 ~ invalid regular expression: Unclosed character class",
                "lost = many              ~  8 ~ expected a predicate, found \"lost\"",
            })
    void saysWhatIsWrongAndWhere(String text, int column, String message) {
        assertThatThrownBy(() -> read(text.strip()))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().lines())
                                .first()
                                .isEqualTo("x.lab:3:" + column + ": ERROR:  invalid predicate: " + message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not "})
    void nestingHasALimit(String opening) {
        assertThatThrownBy(() -> read(opening.repeat(20_000))).hasMessageContaining("more than 50");
    }

    @Test
    void nearMissesAreNamed() {
        assertThatThrownBy(() -> read("runing a"))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().hint()).isEqualTo("Perhaps you meant \"running\"."));
    }

    @Test
    void wantedRows() {
        assertThat(new Wanted.Text("1|a").holds(List.of("1|a"))).isTrue();
        assertThat(new Wanted.Text("1|a").holds(List.of("1|a", "1|a"))).isFalse();
        assertThat(new Wanted.Text("").holds(List.of())).isFalse();
        assertThat(new Wanted.Regex("^(b)|c$").holds(List.of("a", "c"))).isTrue();
        assertThat(new Wanted.Regex("^b").holds(List.of("ab"))).isFalse();
        assertThat(new Wanted.Regex("").holds(List.of())).isFalse();
        assertThat(new Wanted.Rows(List.of("b", "a")).holds(List.of("a", "b"))).isTrue();
        assertThat(new Wanted.Rows(List.of("b", "a")).holds(List.of("a", "b", "b")))
                .isFalse();
        assertThat(new Wanted.Rows(List.of()).holds(List.of())).isTrue();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(20261130);
        for (int i = 0; i < Rounds.of(3000); i++) {
            Predicate predicate = any(random, 3);
            assertThat(read(predicate.written())).as(predicate.written()).isEqualTo(predicate);
        }
    }

    @Test
    void damagedTextsAreReadOrRefused() {
        Random random = new Random(7);
        for (int i = 0; i < Rounds.of(3000); i++) {
            StringBuilder text = new StringBuilder(any(random, 2).written());
            for (int n = random.nextInt(4); n >= 0; n--) {
                text.setCharAt(random.nextInt(text.length()), "ab(){}/=>~ \\'$\"".charAt(random.nextInt(15)));
            }
            try {
                read(text.toString());
            } catch (LabException e) {
                assertThat(e.report().position()).as(text.toString()).isNotNull();
            }
        }
    }

    private static Predicate any(Random random, int deep) {
        int kind = random.nextInt(deep == 0 ? 9 : 12);
        NodeName node = random.nextBoolean() ? NodeName.A : NodeName.B;
        Supplier<List<Predicate>> some = () -> Stream.generate(() -> any(random, deep - 1))
                .limit(2 + random.nextInt(2))
                .toList();
        return switch (kind) {
            case 0 ->
                new Predicate.Query(
                        node, of(random, "select 1", "select f(a => ')')", "values ('and (', 2)"), value(random));
            case 1 -> new Predicate.Role(node, List.of(NodeRole.values()).get(random.nextInt(3)));
            case 2 -> new Predicate.Streams(node, node.other());
            case 3 -> new Predicate.Running(node);
            case 4 -> new Predicate.Setting(node, of(random, "port", "x.y"), new Wanted.Text(of(random, "on", "7 MB")));
            case 5 -> new Predicate.FileExists(node, of(random, "PG_VERSION", "/a b/c"));
            case 6 -> new Predicate.FileMatches(node, "postgresql.conf", of(random, "^x", "/a/", "(b|c)"));
            case 7 -> new Predicate.LogMatches(node, of(random, "FATAL", "one or two", "(x)"));
            case 8 -> new Predicate.Lost(List.of(NumberComparison.values()).get(random.nextInt(3)), random.nextInt(9));
            case 9 -> new Predicate.All(some.get());
            case 10 -> new Predicate.Any(some.get());
            default -> new Predicate.Not(any(random, deep - 1));
        };
    }

    private static Wanted value(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Wanted.Text(of(random, "sync", "1|2", "f(x)"));
            case 1 -> new Wanted.Regex(of(random, "^a", "/", "x{2}"));
            default -> new Wanted.Rows(random.nextBoolean() ? List.of() : List.of("1|a", "2|)"));
        };
    }

    private static String of(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
