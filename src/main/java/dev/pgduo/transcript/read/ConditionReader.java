package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.Condition;
import dev.pgduo.transcript.model.Variant;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pg < 12 and not (os == windows or tool(pg_rewind))}; {@code or} binds weakest, then {@code and}, then
 * {@code not}. Used once.
 */
final class ConditionReader {
    private static final String HINT =
            "Write for example \"pg < 12\", \"pg in 9.6-11\", \"os == linux\" or \"tool(pg_rewind)\", joined by and, or, not.";
    private static final Pattern TOKEN = Pattern.compile("\\s*(<=|>=|==|!=|&&|\\|\\||[<>=!()]|[\\w.,-]+|\\S)");
    /** The largest number of words; each may be one more call when the condition is parsed or evaluated. */
    private static final int MOST_WORDS = 500;

    private static final List<String> SYSTEMS = List.of("linux", "macos", "windows");

    private final DirectiveText text;
    private final Problems problems;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private int at;

    ConditionReader(DirectiveText text, Problems problems) {
        this.text = text;
        this.problems = problems;
        Matcher matcher = TOKEN.matcher(text.argument());
        while (matcher.find()) {
            tokens.add(matcher.group(1));
            offsets.add(matcher.start(1));
        }
        tokens.add("");
        offsets.add(text.argument().length());
    }

    /** Thrown and caught in this class: the condition is invalid. */
    private static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Bad(String message) {
            super(message, null, false, false);
        }
    }

    /** The condition, or null when it is invalid, which is reported. */
    @Nullable
    Condition read() {
        try {
            if (tokens.size() - 1 > MOST_WORDS) {
                at = MOST_WORDS;
                throw new Bad("more than " + MOST_WORDS + " words");
            }
            Condition condition = or();
            if (!peek().isEmpty()) {
                throw new Bad("unexpected " + found());
            }
            return condition;
        } catch (Bad bad) {
            int column = text.column() + text.argument().codePointCount(0, offsets.get(at));
            problems.add(text.line(), column, "invalid condition: " + bad.getMessage(), HINT);
            return null;
        }
    }

    private Condition or() {
        Condition left = and();
        while (take("or") || take("||")) {
            left = new Condition.Or(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = not();
        while (take("and") || take("&&")) {
            left = new Condition.And(left, not());
        }
        return left;
    }

    private Condition not() {
        boolean negated = false;
        while (take("not") || take("!")) {
            negated = !negated;
        }
        Condition condition = atom();
        return negated ? new Condition.Not(condition) : condition;
    }

    private Condition atom() {
        if (take("(")) {
            Condition inner = or();
            expect(")");
            return inner;
        }
        if (take("pg")) {
            return pg();
        }
        if (take("os")) {
            return os();
        }
        if (take("tool")) {
            return tool();
        }
        if (take("lang")) {
            return language();
        }
        throw new Bad("expected pg, os, lang or tool(NAME), found " + found());
    }

    private Condition language() {
        boolean unequal = take("!=");
        if (!unequal && !take("==") && !take("=")) {
            throw new Bad("expected == or != after lang, found " + found());
        }
        if (!Variant.isLanguage(peek())) {
            throw new Bad("expected a language such as ru, found " + found());
        }
        Condition condition = new Condition.Language(tokens.get(at++));
        return unequal ? new Condition.Not(condition) : condition;
    }

    private Condition pg() {
        if (take("in")) {
            return new Condition.PgIn(versions());
        }
        for (Condition.Comparison comparison : Condition.Comparison.values()) {
            if (take(comparison.sign()) || (comparison == Condition.Comparison.EQUAL && take("="))) {
                return compare(comparison);
            }
        }
        throw new Bad("expected an operator after pg, found " + found());
    }

    private Condition compare(Condition.Comparison comparison) {
        Optional<ServerVersion> version = ServerVersion.named(peek());
        if (version.isPresent()) {
            at++;
            return new Condition.Pg(comparison, version.get());
        }
        if (comparison == Condition.Comparison.EQUAL) {
            return new Condition.PgIn(versions());
        }
        if (comparison == Condition.Comparison.UNEQUAL) {
            return new Condition.Not(new Condition.PgIn(versions()));
        }
        throw new Bad("expected a PostgreSQL version, found " + found());
    }

    /** The versions of a range or list, which may contain blanks, so that tokens are joined again. */
    private VersionSet versions() {
        StringBuilder joined = new StringBuilder(peek());
        int from = at;
        while (joined.length() > 0 && tokens.get(at + 1).matches("[\\d.,-]+")) {
            joined.append(tokens.get(++at));
        }
        Optional<VersionSet> versions = VersionSet.parse(joined.toString());
        if (versions.isEmpty()) {
            at = from;
            throw new Bad("expected PostgreSQL versions, found " + found());
        }
        at++;
        return versions.get();
    }

    private Condition os() {
        boolean unequal = take("!=");
        if (!unequal && !take("==") && !take("=")) {
            throw new Bad("expected == or != after os, found " + found());
        }
        if (!SYSTEMS.contains(peek())) {
            throw new Bad("expected " + String.join(", ", SYSTEMS) + ", found " + found());
        }
        Condition condition = new Condition.Os(tokens.get(at++));
        return unequal ? new Condition.Not(condition) : condition;
    }

    private Condition tool() {
        expect("(");
        if (!peek().matches("[\\w.-]+")) {
            throw new Bad("expected a program's name, found " + found());
        }
        String name = tokens.get(at++);
        expect(")");
        return new Condition.Tool(name);
    }

    private String peek() {
        return tokens.get(at);
    }

    private boolean take(String token) {
        if (peek().equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new Bad("expected \"" + token + "\", found " + found());
        }
    }

    private String found() {
        return peek().isEmpty() ? "the end of the line" : "\"" + peek() + "\"";
    }
}
