package dev.pgduo.session.describe;

import dev.pgduo.scan.Quoting;
import dev.pgduo.session.query.Answer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts on which a query file may depend: the server's major, what was typed, and the object that is described. Immutable.
 *
 * @param major the server's major; 9 stands for 9.6
 * @param psql the major of the psql whose output is printed
 * @param patterns the patterns as typed, in order
 * @param flags the words that are true in conditions
 * @param values the replacements of <code>${name}</code>
 */
record Circumstances(
        int major, int psql, String database, List<String> patterns, Set<String> flags, Map<String, String> values) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{('?)([a-z_]+)\\1}");
    private static final Pattern ACL = Pattern.compile("\\$\\{acl ([a-z.]+)}");

    Circumstances {
        patterns = List.copyOf(patterns);
        flags = Set.copyOf(flags);
        values = Map.copyOf(values);
    }

    /** The pattern with this index, from 0; null when it was not typed. */
    @Nullable
    String pattern(int place) {
        return place < patterns.size() ? patterns.get(place) : null;
    }

    Circumstances withValues(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(more);
        return new Circumstances(major, psql, database, patterns, flags, all);
    }

    /** The circumstances with one row added: each column is a value, and each column that is true is also a flag. */
    Circumstances withRow(Answer answer, int row) {
        Map<String, String> all = new HashMap<>(values);
        Set<String> words = new HashSet<>(flags);
        for (int i = 0; i < answer.fields().size(); i++) {
            String name = answer.fields().get(i).name();
            all.put(name, answer.text(row, i));
            if (answer.text(row, i).equals("t")) {
                words.add(name);
            }
        }
        return new Circumstances(major, psql, database, patterns, words, all);
    }

    /**
     * Whether a condition holds. It is made of {@code or}, {@code and} and {@code not}, in this order of binding, and of
     * flags, {@code pg >= 12}, {@code pg < 12}, the same of {@code psql}, and {@code kind rm}: the value {@code kind} is one of these letters.
     */
    boolean holds(String condition) {
        return Stream.of(condition.split(" or ", -1))
                .anyMatch(terms -> Stream.of(terms.split(" and ", -1)).allMatch(this::term));
    }

    private boolean term(String text) {
        String term = text.strip();
        return term.startsWith("not ") ? !atom(term.substring(4)) : atom(term);
    }

    private boolean atom(String atom) {
        String[] words = atom.split(" ", -1);
        return switch (words[0]) {
            case "pg" -> compare(major, words);
            case "psql" -> compare(psql, words);
            case "kind" -> words[1].contains(values.getOrDefault("kind", "?"));
            default -> flags.contains(atom);
        };
    }

    private static boolean compare(int version, String[] words) {
        int border = Integer.parseInt(words[2]);
        return words[1].equals("<") ? version < border : version >= border;
    }

    /**
     * The text with <code>${name}</code> replaced by the value, <code>${'name'}</code> by the value as an SQL literal, and
     * <code>${acl column}</code> by an expression for privileges.
     */
    String fill(String text) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        return PLACE.matcher(ACL.matcher(text).replaceAll(privileges()))
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), place.group(2))));
    }

    /** The expression for privileges; since psql 17 it distinguishes when nobody has any. */
    private String privileges() {
        String listed = "pg_catalog.array_to_string($1, E'\\\\n')";
        return psql < 17
                ? listed
                : "case when pg_catalog.array_length($1, 1) = 0 then '(none)' else " + listed + " end";
    }

    private String value(String quote, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no value for " + name);
        }
        return quote.isEmpty() ? value : Quoting.constant(value);
    }
}
