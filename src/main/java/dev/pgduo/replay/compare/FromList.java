package dev.pgduo.replay.compare;

import dev.pgduo.scan.SqlWords.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sources of a query's rows.
 *
 * @param names relations and functions by name and by alias, with whether each is one of PostgreSQL's own
 */
record FromList(Map<String, Boolean> names) {
    private static final Set<String> BEFORE = Set.of("from", "join", "table");
    private static final Set<String> SKIPPED = Set.of("only", "lateral", "rows");
    private static final Set<String> AFTER = Set.of(
            "where",
            "join",
            "left",
            "right",
            "full",
            "inner",
            "cross",
            "natural",
            "on",
            "using",
            "order",
            "group",
            "limit",
            "union",
            "except",
            "intersect",
            "having",
            "window",
            "for",
            "fetch",
            "offset",
            "with",
            "returning");

    FromList {
        names = Map.copyOf(names);
    }

    static FromList of(List<Word> words) {
        Map<String, Boolean> names = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).name() && BEFORE.contains(words.get(i).text())) {
                int at = i + 1;
                while (at > 0) {
                    at = relation(words, at, names);
                }
            }
        }
        return new FromList(names);
    }

    /** Whether any of them is PostgreSQL's own. */
    boolean catalogue() {
        return names.containsValue(true);
    }

    /** Whether a column with this qualifier, or with none, may be one of PostgreSQL's own. */
    boolean catalogue(String qualifier) {
        return qualifier.isEmpty() ? catalogue() : names.getOrDefault(qualifier, catalogue());
    }

    /** Parses the relation at this index; returns the index of the next one in the list, or 0. */
    private static int relation(List<Word> words, int first, Map<String, Boolean> names) {
        int at = first;
        while (name(words, at) && SKIPPED.contains(words.get(at).text())) {
            at++;
        }
        if (!name(words, at)) {
            return 0;
        }
        boolean own = words.get(at).text().equals("information_schema");
        while (sign(words, at + 1, ".") && name(words, at + 2)) {
            at += 2;
        }
        String name = words.get(at).text();
        own |= name.startsWith("pg_");
        names.merge(name, own, Boolean::logicalOr);
        at = sign(words, at + 1, "(") ? closing(words, at + 1) + 1 : at + 1;
        at += name(words, at) && words.get(at).is("as") ? 1 : 0;
        if (name(words, at) && !AFTER.contains(words.get(at).text())) {
            names.put(words.get(at).text(), own);
            at++;
        }
        return sign(words, at, ",") ? at + 1 : 0;
    }

    /** The index of the parenthesis that closes the one at this index; the end when there is none. */
    static int closing(List<Word> words, int open) {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return words.size();
    }

    private static boolean name(List<Word> words, int at) {
        return at < words.size() && words.get(at).name();
    }

    private static boolean sign(List<Word> words, int at, String sign) {
        return at < words.size() && words.get(at).is(sign);
    }
}
