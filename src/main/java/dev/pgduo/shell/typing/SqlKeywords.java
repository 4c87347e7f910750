package dev.pgduo.shell.typing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The SQL keywords that people type. */
final class SqlKeywords {
    private static final List<String> ALL = List.of("""
            abort add all alter analyze and any array as asc authorization begin between bigint boolean both by bytea call cascade
            case cast char check checkpoint close cluster collate column comment commit concurrently constraint copy create cross
            current current_date current_timestamp current_user cursor database date deallocate declare default deferrable delete
            desc discard distinct do domain drop each else end enum escape except exclude execute exists explain extension extract
            false fetch filter first following for foreign freeze from full function generated grant group having hash identity if
            ilike immutable in including index inherits initially inner insert instead int integer intersect interval into is
            isolation join jsonb key language last lateral left level like limit listen load local lock locked logged
            materialized merge move natural next no not nothing notify null nulls numeric of off offset on only open or order
            outer over owner partition password plpgsql policy preceding prepare prepared primary privileges procedure publication
            range read recursive references refresh reindex release rename repeatable replace replication reset restart restrict
            return returning returns revoke right role rollback row rows rule savepoint schema security select sequence
            serializable session set setof share show similar skip smallint some stable statement statistics storage subscription
            superuser system table tablespace temp temporary text then time timestamp timestamptz to transaction trigger true
            truncate type unbounded union unique unlisten unlogged update user using vacuum values varchar verbose view volatile
            wait when where window with without work write zone""".strip().split("\\s+"));
    private static final Set<String> SET = Set.copyOf(ALL);

    private SqlKeywords() {}

    /** All keywords in lower case, sorted. */
    static List<String> all() {
        return ALL;
    }

    static boolean contains(String word) {
        return SET.contains(word.toLowerCase(Locale.ROOT));
    }
}
