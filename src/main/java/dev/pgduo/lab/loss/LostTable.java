package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.rows.RowPlace;
import dev.pgduo.cluster.wal.rows.TableRows;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.Quoting;
import dev.pgduo.session.Probe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lost rows of one table as statements.
 *
 * @param name the table
 * @param own the table on the node to be given up
 * @param other the same table on the other node; empty when that cannot be asked
 */
record LostTable(TableName name, Side own, Optional<Side> other) {
    private static final int AT_ONCE = 500;

    /** A table on one node, with the file that it had at the point of divergence. */
    record Side(Probe probe, RelFileNode file) {}

    /**
     * A column.
     *
     * @param key whether it is part of the primary key
     * @param always whether the column is GENERATED ALWAYS AS IDENTITY, so that a value has to override it
     */
    private record Column(String name, boolean key, boolean always) {}

    /** The statements, with comments where no statement is possible. */
    List<String> statements(TableRows mine, TableRows theirs, NodeName left) {
        List<Column> columns = columns();
        Map<Long, Long> written = mine.written();
        Set<Long> before = new HashSet<>(mine.gone());
        written.values().stream().filter(place -> place != TableRows.NEW).forEach(before::add);
        Map<Long, Long> places = places(before, theirs);
        Map<Long, List<@Nullable String>> now = rows(own, columns, written.keySet());
        Map<Long, List<@Nullable String>> there =
                other.map(side -> there(side, columns, places.values())).orElse(Map.of());
        List<String> lines = new ArrayList<>();
        lines.add("-- " + name.table() + ": " + mine.inserted() + " inserted, " + mine.updated() + " updated, "
                + mine.deleted() + " deleted");
        Statements made = new Statements(columns, left, theirs, lines);
        mine.gone().stream().sorted().forEach(place -> made.delete(place, there(place, places, there)));
        each(written, now, false, (origin, row) -> made.update(origin, row, there(origin, places, there)));
        each(written, now, true, (origin, row) -> made.insert(row));
        return lines;
    }

    /** Passes on the new rows, or the updated ones, with their old places. */
    private static void each(
            Map<Long, Long> written,
            Map<Long, List<@Nullable String>> now,
            boolean fresh,
            BiConsumer<Long, List<@Nullable String>> taker) {
        written.forEach((place, origin) -> {
            List<@Nullable String> row = now.get(place);
            if (row != null && (origin == TableRows.NEW) == fresh) {
                taker.accept(origin, row);
            }
        });
    }

    private static @Nullable List<@Nullable String> there(
            long before, Map<Long, Long> places, Map<Long, List<@Nullable String>> there) {
        Long place = places.get(before);
        return place == null ? null : there.get(place);
    }

    /** The present places on the other node of rows that existed at the point of divergence, by their places then. */
    private static Map<Long, Long> places(Set<Long> before, TableRows theirs) {
        Map<Long, Long> places = new HashMap<>();
        before.stream().filter(place -> !theirs.changed().contains(place)).forEach(place -> places.put(place, place));
        theirs.moved().forEach((place, origin) -> {
            if (before.contains(origin)) {
                places.put(origin, place);
            }
        });
        return places;
    }

    private List<Column> columns() {
        // A column of pg_attribute that the server's major does not have is null here.
        List<Column> columns = new ArrayList<>();
        for (List<@Nullable String> row : own.probe()
                .rows("select a.attname, coalesce(a.attnum = any (i.indkey), false),"
                        + " coalesce(to_jsonb(a)->>'attidentity', '') = 'a' from pg_attribute a"
                        + " left join pg_index i on i.indrelid = a.attrelid and i.indisprimary where a.attrelid = "
                        + Quoting.constant(name.table()) + "::regclass and a.attnum > 0 and not a.attisdropped"
                        + " and coalesce(to_jsonb(a)->>'attgenerated', '') = '' order by a.attnum")) {
            columns.add(new Column(String.valueOf(row.get(0)), "t".equals(row.get(1)), "t".equals(row.get(2))));
        }
        return columns;
    }

    /** Reads rows of the other node, if the table still has the same file there. */
    private Map<Long, List<@Nullable String>> there(Side side, List<Column> columns, Collection<Long> places) {
        try {
            String file = side.probe()
                    .scalar("select pg_relation_filenode(" + Quoting.constant(name.table()) + "::regclass)");
            return Long.toString(side.file().relation()).equals(file) ? rows(side, columns, places) : Map.of();
        } catch (LabException e) {
            // The table may have been dropped there, or have other columns.
            return Map.of();
        }
    }

    private Map<Long, List<@Nullable String>> rows(Side side, List<Column> columns, Collection<Long> places) {
        Map<Long, List<@Nullable String>> rows = new HashMap<>();
        if (columns.isEmpty()) {
            return rows;
        }
        List.of("set search_path = pg_catalog", "set extra_float_digits = 3", "set intervalstyle = postgres")
                .forEach(side.probe()::rows);
        String list = columns.stream()
                .map(column -> Quoting.identifier(column.name()) + "::text")
                .collect(Collectors.joining(", "));
        List<Long> all = List.copyOf(places);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            String some = all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(place -> '"' + RowPlace.text(place) + '"')
                    .collect(Collectors.joining(","));
            side.probe()
                    .rows("select ctid, " + list + " from only " + name.table() + " where ctid = any ('{" + some
                            + "}'::tid[])")
                    .forEach(row -> rows.put(RowPlace.parse(String.valueOf(row.get(0))), row.subList(1, row.size())));
        }
        return rows;
    }

    /** Collects the statements of one table. */
    private final class Statements {
        private final List<Column> columns;
        private final NodeName left;
        private final TableRows theirs;
        private final List<String> lines;
        private final boolean keyed;

        Statements(List<Column> columns, NodeName left, TableRows theirs, List<String> lines) {
            this.columns = columns;
            this.left = left;
            this.theirs = theirs;
            this.lines = lines;
            this.keyed = columns.stream().anyMatch(Column::key);
        }

        void insert(List<@Nullable String> row) {
            String names = columns.stream()
                    .map(column -> Quoting.identifier(column.name()))
                    .collect(Collectors.joining(", "));
            boolean always = columns.stream().anyMatch(Column::always);
            String values = row.stream().map(Statements::value).collect(Collectors.joining(", "));
            lines.add("INSERT INTO " + name.table() + " (" + names + ")" + (always ? " OVERRIDING SYSTEM VALUE" : "")
                    + " VALUES (" + values + ");");
        }

        void update(long before, List<@Nullable String> row, @Nullable List<@Nullable String> there) {
            if (there == null && !keyed) {
                unknown("updated", before, row);
                return;
            }
            conflict(before);
            String set = IntStream.range(0, columns.size())
                    .filter(i -> !columns.get(i).always())
                    .filter(i -> there == null || !Objects.equals(there.get(i), row.get(i)))
                    .mapToObj(i -> Quoting.identifier(columns.get(i).name()) + " = " + value(row.get(i)))
                    .collect(Collectors.joining(", "));
            if (set.isEmpty()) {
                lines.add("-- updated, and the same on node " + left.other() + ": " + key(row));
                return;
            }
            lines.add("UPDATE " + name.table() + " SET " + set + " WHERE " + where(there == null ? row : there) + ";");
        }

        void delete(long before, @Nullable List<@Nullable String> there) {
            if (there == null) {
                lines.add("-- deleted on node " + left + ": the row that was at " + RowPlace.text(before)
                        + (theirs.gone().contains(before)
                                ? "; deleted on node " + left.other() + ", too"
                                : "; node " + left.other() + " could not be asked which one it was"));
                return;
            }
            conflict(before);
            lines.add("DELETE FROM " + name.table() + " WHERE " + where(there) + ";");
        }

        private void unknown(String what, long before, List<@Nullable String> row) {
            lines.add("-- " + what + " on node " + left + ": the row that was at " + RowPlace.text(before) + " is now ("
                    + row.stream().map(Statements::value).collect(Collectors.joining(", "))
                    + "); which one it is on node "
                    + left.other() + " cannot be told");
        }

        private void conflict(long before) {
            if (theirs.changed().contains(before)) {
                lines.add("-- The next row was changed on node " + left.other() + ", too:");
            }
        }

        private String key(List<@Nullable String> row) {
            return IntStream.range(0, columns.size())
                    .filter(i -> !keyed || columns.get(i).key())
                    .mapToObj(i -> Quoting.identifier(columns.get(i).name()) + equal(row.get(i)))
                    .collect(Collectors.joining(" AND "));
        }

        /** A condition that finds one row: by the primary key, else by all values, of which several rows may have the same. */
        private String where(List<@Nullable String> row) {
            if (keyed) {
                return key(row);
            }
            String all = IntStream.range(0, columns.size())
                    .mapToObj(i -> Quoting.identifier(columns.get(i).name()) + "::text IS NOT DISTINCT FROM "
                            + value(row.get(i)))
                    .collect(Collectors.joining(" AND "));
            return "ctid = (SELECT ctid FROM " + name.table() + " WHERE " + all + " LIMIT 1)";
        }

        private static String equal(@Nullable String value) {
            return value == null ? " IS NULL" : " = " + value(value);
        }

        private static String value(@Nullable String value) {
            return value == null ? "NULL" : Quoting.constant(value);
        }
    }
}
