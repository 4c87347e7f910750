package dev.pgduo.session.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of a query file under which circumstances. */
final class QueryWriterTest {
    private static Circumstances in(int major, List<String> patterns, String... flags) {
        return new Circumstances(major, 15, "db", patterns, Set.of(flags), Map.of("kind", "r", "name", "it's"));
    }

    private static Query write(Circumstances in, String text) {
        QueryWriter writer = new QueryWriter(in);
        text.lines().forEach(writer::line);
        return writer.query();
    }

    @Test
    void keepsTheLinesThatHold() {
        String text = """
                --: title of ${name}\\nand more
                select 1
                --: if pg >= 12 and verbose
                , 2
                --: else
                , ${'name'}
                --? not verbose or pg < 9 : , 3
                --: end
                --? kind xr : , 4
                """;
        Query query = write(in(15, List.of()), text);
        assertThat(query.sql()).isEqualTo("select 1\n, 'it''s'\n, 3\n, 4");
        assertThat(query.note("title")).hasValue("of it's\nand more");
        assertThat(write(in(15, List.of(), "verbose"), text).sql()).isEqualTo("select 1\n, 2\n, 4");
    }

    @Test
    void followsThePsqlThatItIsFor() {
        String text = "select 1\n--? psql >= 18 : , 2\n--? psql < 17 : , 3\n, ${acl x.yacl}";
        Circumstances old = in(9, List.of());
        assertThat(write(old, text).sql()).isEqualTo("select 1\n, 3\n, pg_catalog.array_to_string(x.yacl, E'\\n')");
        assertThat(write(old, text).showsNulls()).isFalse();
        Circumstances seventeen = new Circumstances(9, 17, "db", List.of(), Set.of(), Map.of());
        assertThat(write(seventeen, text).sql())
                .isEqualTo("select 1\n, case when pg_catalog.array_length(x.yacl, 1) = 0 then '(none)'"
                        + " else pg_catalog.array_to_string(x.yacl, E'\\n') end");
        assertThat(write(seventeen, text).showsNulls()).isTrue();
        assertThat(write(seventeen, "--: left\n" + text).showsNulls()).isFalse();
        Circumstances eighteen = new Circumstances(18, 18, "db", List.of(), Set.of(), Map.of());
        assertThat(write(eighteen, "select 1\n--? psql >= 18 : , 2").sql()).isEqualTo("select 1\n, 2");
    }

    @Test
    void writesTheConditionsOfAPattern() {
        String text = "select 1 where true\n--: match 1 | schema s | name n | alt a | visible v(o) | parts 3";
        assertThat(write(in(15, List.of()), text).sql()).endsWith("true\n  and v(o)");
        assertThat(write(in(11, List.of("x")), text).sql())
                .endsWith("\n  and (n operator(pg_catalog.~) '^(x)$' or a operator(pg_catalog.~) '^(x)$')\n  and v(o)");
        assertThat(write(in(12, List.of("$.*")), text).sql())
                .endsWith("true\n  and s operator(pg_catalog.~) E'^(\\\\$)$' collate pg_catalog.default");
    }

    @Test
    void refusesOtherDatabases() {
        String text = "--: match 1 | schema s | name n | parts 3";
        assertThat(write(in(15, List.of("db.*.*")), text).sql()).isEmpty();
        assertThatThrownBy(() -> write(in(15, List.of("other.s.n")), text))
                .hasMessage("cross-database references are not implemented: other.s.n");
        assertThatThrownBy(() -> write(in(15, List.of("a.b.c.d")), text))
                .hasMessage("improper qualified name (too many dotted names): a.b.c.d");
    }

    @Test
    void leavesOutAWholeFile() {
        assertThat(write(in(15, List.of()), "--: when kind v\nselect ${missing}")
                        .wanted())
                .isFalse();
    }
}
