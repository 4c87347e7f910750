package dev.pgduo.replay;

import dev.pgduo.replay.compare.RowChange;
import dev.pgduo.scan.ShellWords;
import dev.pgduo.scan.SqlWords;
import dev.pgduo.session.Result;
import dev.pgduo.session.query.StatementKind;
import dev.pgduo.session.query.StatementOutcome;
import dev.pgduo.transcript.model.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Recognizes steps that can be repeated because they change nothing. */
final class Reads {
    private static final Set<String> READING = Set.of(
            "cat",
            "tail",
            "head",
            "ls",
            "grep",
            "egrep",
            "wc",
            "sort",
            "uniq",
            "cut",
            "tr",
            "nl",
            "stat",
            "ps",
            "du",
            "pg_controldata",
            "pg_isready",
            "pg_lsclusters");

    private Reads() {}

    /** Whether a line of an OS shell only reads: a single command, several in a pipe, or a psql query. */
    static boolean only(String line) {
        return onlyAsks(ShellWords.of(line)) || onlyLooks(line);
    }

    /** Whether a line is psql with queries and without a file to write. */
    private static boolean onlyAsks(ShellWords line) {
        List<String> words =
                line.words().stream().dropWhile(word -> word.matches("\\w+=.*")).toList();
        if (!line.simple() || words.isEmpty() || !words.get(0).equals("psql")) {
            return false;
        }
        List<String> queries = IntStream.range(1, words.size() - 1)
                .filter(i -> words.get(i).matches("-[AtqxXb]*c|--command"))
                .mapToObj(i -> words.get(i + 1))
                .toList();
        return !queries.isEmpty()
                && words.stream().noneMatch(word -> word.matches("-[foL].*|--(?:file|output|log-file).*"))
                && queries.stream().allMatch(Reads::query);
    }

    private static boolean query(String sql) {
        return !sql.strip().startsWith("\\")
                && !sql.strip().replaceFirst(";$", "").contains(";")
                && StatementKind.of(sql, "", true) == StatementKind.READ_ONLY;
    }

    private static boolean onlyLooks(String line) {
        return !line.matches("(?s).*([>;&`]|\\$\\().*")
                && Arrays.stream(line.split("\\|"))
                        .map(part -> part.strip().split("\\s+", 2)[0])
                        .allMatch(READING::contains);
    }

    /** Whether all statements of an input only read, so that the input can be repeated until its output matches. */
    static boolean only(Result result) {
        return result.open()
                && !result.outcomes().isEmpty()
                && result.outcomes().stream().allMatch(o -> o.kind() == StatementKind.READ_ONLY);
    }

    /** Whether a statement returns only literals, which cannot change. */
    static boolean literal(String sql) {
        List<SqlWords.Word> words = SqlWords.of(sql);
        return !words.isEmpty()
                && (words.get(0).is("select") || words.get(0).is("values"))
                && words.stream()
                        .noneMatch(word ->
                                word.is("from") || word.is("(") || word.text().startsWith("current_"));
    }

    /** Whether the output of a step that only reads may match after a wait. */
    static boolean mayComeRight(Step step, Verdict verdict, Outcome outcome) {
        boolean literal = step instanceof Step.SqlInput sql && literal(sql.input());
        return verdict instanceof Verdict.Differs differs
                && outcome.repeatable()
                && outcome.error().isEmpty()
                && !literal
                && RowChange.only(differs.diff());
    }

    /** The SQLSTATE of the first statement that failed; empty when none did. */
    static String sqlState(Result result) {
        return result.outcomes().stream()
                .map(StatementOutcome::sqlState)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
