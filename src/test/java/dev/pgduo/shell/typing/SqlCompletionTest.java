package dev.pgduo.shell.typing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.shell.typing.CatalogNames.Entry;
import dev.pgduo.shell.typing.CatalogNames.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlCompletionTest {
    private static final CatalogNames NAMES = new CatalogNames(List.of(
            new Entry(Kind.COLUMN, "things", "label", true, "text"),
            new Entry(Kind.COLUMN, "things", "weight", true, "integer"),
            new Entry(Kind.COLUMN, "others", "length", true, "integer"),
            new Entry(Kind.DATABASE, "", "postgres", true, ""),
            new Entry(Kind.FUNCTION, "pg_catalog", "pg_current_wal_lsn", true, ""),
            new Entry(Kind.FUNCTION, "pg_catalog", "left", true, ""),
            new Entry(Kind.SCHEMA, "", "shop", true, ""),
            new Entry(Kind.SETTING, "", "work_mem", true, "4MB"),
            new Entry(Kind.TABLE, "pg_catalog", "pg_stat_activity", true, ""),
            new Entry(Kind.TABLE, "public", "things", true, ""),
            new Entry(Kind.TABLE, "shop", "orders", false, ""),
            new Entry(Kind.VALUE, "wal_level", "logical", true, ""),
            new Entry(Kind.VALUE, "wal_level", "replica", true, "as it is now")));

    /** The text before the bar is what was typed; the cursor is there. */
    private static List<String> at(String typed) {
        String buffer = typed.replace("|", "");
        int cursor = typed.contains("|") ? typed.indexOf('|') : typed.length();
        return SqlCompletion.of(NAMES, buffer, cursor).stream()
                .map(SqlCompletion.Word::value)
                .toList();
    }

    @Test
    void offersTablesWhereATableComes() {
        assertThat(at("select * from ")).containsExactly("shop", "things");
        assertThat(at("select * from th")).containsExactly("things");
        assertThat(at("\\d th")).containsExactly("things");
        assertThat(at("select * from pg_st")).containsExactly("pg_stat_activity");
        assertThat(at("select * from shop.")).containsExactly("shop.orders");
    }

    @Test
    void offersColumnsOfTheTablesInTheStatement() {
        assertThat(at("select la| from things")).containsExactly("label", "language", "last", "lateral");
        assertThat(at("select le| from things")).contains("left").doesNotContain("length");
        assertThat(at("select t.w| from things t")).isEmpty();
        assertThat(at("select * from things t where t.w")).containsExactly("t.weight");
        assertThat(at("select * from things as t where things.")).containsExactly("things.label", "things.weight");
    }

    @Test
    void offersSettingsDatabasesAndKeywords() {
        assertThat(at("show wor")).containsExactly("work_mem");
        assertThat(at("set local w")).containsExactly("work_mem");
        assertThat(at("\\c po")).containsExactly("postgres");
        assertThat(at("SEL")).containsExactly("SELECT");
        assertThat(at("")).isEmpty();
        assertThat(SqlCompletion.of(NAMES, "show w", 6)).containsExactly(new SqlCompletion.Word("work_mem", "4MB"));
    }

    @Test
    void offersTheValuesOfASetting() {
        assertThat(at("alter system set wal_level = ")).containsExactly("logical", "replica");
        assertThat(at("set local wal_level to r")).containsExactly("replica");
        assertThat(at("set wal_level=l")).containsExactly("logical");
        assertThat(at("update t set work_mem = ")).isEmpty();
    }

    @Test
    void offersNothingInsideQuotesAndComments() {
        assertThat(at("select 'fro")).isEmpty();
        assertThat(at("select 1 -- sel")).isEmpty();
        assertThat(at("select 'a' as x, lab| from things")).containsExactly("label");
    }

    @Test
    void paintsWithoutChangingTheText() {
        String text = "select 'it''s', $$ two\nlines $$ -- and\nfrom \"From\" \\gx";
        assertThat(SqlColours.paint(text)).hasToString(text);
        assertThat(SqlToken.of(text)).filteredOn(SqlToken::keyword).hasSize(2);
    }
}
