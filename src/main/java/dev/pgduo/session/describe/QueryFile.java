package dev.pgduo.session.describe;

import dev.pgduo.report.ResourceText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A describe query in a resource of this package: SQL, and comment lines with conditions for parts of it.
 *
 * <ul> <li>{@code --: if CONDITION}, {@code --: else}, {@code --: end}: lines that are included under a condition <li>{@code
 * --? CONDITION : SQL}: one such line <li>{@code --: match N | FIELD …}: the conditions of the typed pattern N, see
 * {@link MatchRule} <li>{@code --: when CONDITION}: the whole file only then <li>{@code --: NAME TEXT}: a note about the use of
 * the answer, see {@link Query}
 * </ul>
 *
 * <p>Conditions are those of {@link Circumstances#holds}. Thread-safe.
 */
final class QueryFile {
    private static final Map<String, QueryFile> READ = new ConcurrentHashMap<>();

    private final List<String> lines;

    private QueryFile(List<String> lines) {
        this.lines = lines;
    }

    /** The file with this name, given without {@code .sql}. */
    static QueryFile of(String name) {
        return READ.computeIfAbsent(name, QueryFile::read);
    }

    private static QueryFile read(String name) {
        return new QueryFile(
                ResourceText.of(QueryFile.class, name + ".sql").lines().toList());
    }

    /** The query under these circumstances. */
    Query in(Circumstances circumstances) {
        QueryWriter writer = new QueryWriter(circumstances);
        lines.forEach(writer::line);
        return writer.query();
    }
}
