package dev.pgduo.shell.typing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names in a database at one moment. Immutable.
 *
 * @param entries in alphabetical order
 */
record CatalogNames(List<Entry> entries) {
    static final CatalogNames NONE = new CatalogNames(List.of());

    /** The kinds of named objects. */
    enum Kind {
        SCHEMA("schema"),
        TABLE("table"),
        COLUMN("column"),
        FUNCTION("function"),
        DATABASE("database"),
        SETTING("setting"),
        VALUE("value"),
        SLOT("slot");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * A name.
     *
     * @param owner the schema of a table or function, the table of a column, the setting of a value; otherwise empty
     * @param visible whether it can be used without its schema
     * @param detail a column's type or a setting's value; otherwise empty
     */
    record Entry(Kind kind, String owner, String name, boolean visible, String detail) {
        String description() {
            if (kind == Kind.SETTING || kind == Kind.VALUE) {
                return detail;
            }
            return kind == Kind.COLUMN ? detail + ", column of " + owner : kind.word;
        }
    }

    /** The query whose rows {@link #of} reads. */
    static final String QUESTION = """
            select 'SCHEMA', '', quote_ident(nspname), true, '' from pg_namespace
            where nspname !~ '^pg_(toast|temp)'
            union all
            select 'TABLE', quote_ident(nspname), quote_ident(relname), pg_table_is_visible(c.oid), ''
            from pg_class c join pg_namespace n on n.oid = relnamespace
            where relkind in ('r', 'v', 'm', 'f', 'p', 'S') and nspname !~ '^pg_(toast|temp)'
            union all
            select 'COLUMN', quote_ident(relname), quote_ident(attname), true, format_type(atttypid, atttypmod)
            from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
            where attnum > 0 and not attisdropped and relkind in ('r', 'v', 'm', 'f', 'p')
              and nspname !~ '^(pg_toast|pg_temp|information_schema)'
            union all
            select distinct 'FUNCTION', quote_ident(nspname), quote_ident(proname), pg_function_is_visible(p.oid), ''
            from pg_proc p join pg_namespace n on n.oid = pronamespace
            where not exists (select from unnest(proargtypes) t where t in (2281, 2280)) and nspname <> 'information_schema'
            union all
            select 'DATABASE', '', quote_ident(datname), true, '' from pg_database where datallowconn
            union all
            select 'SLOT', '', slot_name, true, case when active then 'active' else 'inactive' end from pg_replication_slots
            union all
            select 'SETTING', '', name, true, coalesce(current_setting(name, true), '') from pg_settings
            union all
            select 'VALUE', name, value, true, case when value = setting then 'as it is now' else '' end
            from pg_settings, unnest(case vartype when 'bool' then array['on', 'off'] else enumvals end) value
            order by 1, 3""";

    static CatalogNames of(List<? extends List<@Nullable String>> rows) {
        return new CatalogNames(rows.stream().map(CatalogNames::entry).toList());
    }

    private static Entry entry(List<@Nullable String> row) {
        return new Entry(
                Kind.valueOf(String.valueOf(row.get(0))),
                String.valueOf(row.get(1)),
                String.valueOf(row.get(2)),
                "t".equals(row.get(3)),
                String.valueOf(row.get(4)));
    }

    /** The possible values of a setting, if it is an enumeration. */
    Stream<Entry> valuesOf(String setting) {
        return of(Kind.VALUE).filter(entry -> entry.owner().equalsIgnoreCase(setting));
    }

    Stream<Entry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind);
    }
}
