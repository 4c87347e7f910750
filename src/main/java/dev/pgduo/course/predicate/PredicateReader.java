package dev.pgduo.course.predicate;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.scan.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Reads {@code a: select 1 => 1 and not (role b = primary or log b ~ FATAL)}; {@code or} binds weakest, then {@code and}, then
 * {@code not}. The words {@code and} and {@code or} are operators only when a predicate follows, so that SQL and regular
 * expressions may contain them. Used once.
 */
final class PredicateReader {
    private static final String HINT = "A predicate is \"a: SQL => VALUE\", \"role b = standby\", \"streams a -> b\","
            + " \"running a\", \"setting a NAME = VALUE\", \"file a PATH ~ REGEX\", \"log b ~ REGEX\" or \"lost = 0\";"
            + " join them by and, or, not.";

    /** The largest nesting depth; each level is one more call when the predicate is parsed or evaluated. */
    private static final int DEEPEST = 50;

    private static final List<String> WORDS = List.of("role", "streams", "running", "setting", "file", "log", "lost");
    private static final Pattern JOINT = Pattern.compile("\\s+(and|or)\\s+(?=not\\b|\\(|[ab]\\s*:"
            + "|(?:role|streams|running|setting|file|log)\\s+[ab]\\b|lost\\s*[=<>])");
    private static final Pattern NOT = Pattern.compile("not\\b\\s*");
    private static final Pattern QUERY = Pattern.compile("([ab])\\s*:\\s*");
    private static final Pattern ROLE = Pattern.compile("role\\s+([ab])\\s*=\\s*(\\w+)");
    private static final Pattern STREAMS = Pattern.compile("streams\\s+([ab])\\s*->\\s*([ab])\\b");
    private static final Pattern RUNNING = Pattern.compile("running\\s+([ab])\\b");
    private static final Pattern SETTING = Pattern.compile("setting\\s+([ab])\\s+([\\w.]+)\\s*=\\s*");
    private static final Pattern FILE = Pattern.compile("file\\s+([ab])\\s+(?=\\S)");
    private static final Pattern TILDE = Pattern.compile("\\s+~\\s+");
    private static final Pattern LOG = Pattern.compile("log\\s+([ab])\\s*~\\s*");
    private static final Pattern LOST = Pattern.compile("lost\\s*([=<>])\\s*(\\d{1,18})\\b");
    private static final Pattern WORD = Pattern.compile("\\w+|\\S");

    private final String text;
    private final Position start;
    private final Map<Pattern, Function<Matcher, Predicate>> kinds;
    private int at;
    private int depth;

    PredicateReader(String text, Position start) {
        this.text = text;
        this.start = start;
        this.kinds = Map.of(
                QUERY,
                this::query,
                ROLE,
                this::role,
                STREAMS,
                this::streams,
                RUNNING,
                found -> new Predicate.Running(node(found, 1)),
                SETTING,
                found -> new Predicate.Setting(node(found, 1), found.group(2), value()),
                FILE,
                this::file,
                LOG,
                found -> new Predicate.LogMatches(node(found, 1), regex(end())),
                LOST,
                found -> new Predicate.Lost(NumberComparison.of(found.group(1)), Long.parseLong(found.group(2))));
    }

    /** @throws LabException with the position of the error */
    Predicate read() {
        blanks();
        Predicate predicate = or();
        blanks();
        if (at < text.length()) {
            throw bad("unexpected " + found());
        }
        return predicate;
    }

    private Predicate or() {
        List<Predicate> parts = joined("or", this::and);
        return parts.size() == 1 ? parts.get(0) : new Predicate.Any(parts);
    }

    private Predicate and() {
        List<Predicate> parts = joined("and", this::not);
        return parts.size() == 1 ? parts.get(0) : new Predicate.All(parts);
    }

    private List<Predicate> joined(String word, Supplier<Predicate> part) {
        List<Predicate> parts = new ArrayList<>(List.of(part.get()));
        Matcher joint = JOINT.matcher(text);
        while (joint.find(at) && joint.start() == at && joint.group(1).equals(word)) {
            at = joint.end();
            parts.add(part.get());
        }
        return parts;
    }

    private Predicate not() {
        int nots = 0;
        Matcher not = NOT.matcher(text);
        while (not.region(at, text.length()).lookingAt()) {
            at = not.end();
            nots++;
        }
        if (nots > DEEPEST) {
            throw bad("more than " + DEEPEST + " \"not\"");
        }
        Predicate predicate = atom();
        for (int i = 0; i < nots; i++) {
            predicate = new Predicate.Not(predicate);
        }
        return predicate;
    }

    private Predicate atom() {
        if (at < text.length() && text.charAt(at) == '(') {
            return group();
        }
        for (Map.Entry<Pattern, Function<Matcher, Predicate>> kind : kinds.entrySet()) {
            Matcher matcher = kind.getKey().matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                at = matcher.end();
                return kind.getValue().apply(matcher);
            }
        }
        throw bad("expected a predicate, found " + found());
    }

    private Predicate group() {
        if (++depth > DEEPEST) {
            throw bad("more than " + DEEPEST + " parentheses in one another");
        }
        at++;
        blanks();
        Predicate inner = or();
        blanks();
        if (at == text.length() || text.charAt(at) != ')') {
            throw bad("expected \")\", found " + found());
        }
        at++;
        depth--;
        return inner;
    }

    private Predicate query(Matcher found) {
        int begins = at;
        int arrow = text.indexOf("=>", at);
        while (arrow >= 0 && inside(text.substring(begins, arrow))) {
            arrow = text.indexOf("=>", arrow + 2);
        }
        if (arrow < 0 || text.substring(begins, arrow).isBlank()) {
            throw bad(arrow < 0 ? "expected \"=> VALUE\" behind the SQL" : "expected SQL");
        }
        at = arrow + 2;
        blanks();
        return new Predicate.Query(node(found, 1), text.substring(begins, arrow).strip(), value());
    }

    /** Whether the text after this SQL is within its quotes or parentheses. */
    private static boolean inside(String sql) {
        SqlScanner scanner = new SqlScanner(new StringBuilder());
        scanner.line(sql);
        while (scanner.scan() != SqlScanner.Stop.END_OF_LINE) {
            // A semicolon or a backslash does not end the SQL here.
        }
        return scanner.inQuote() || scanner.parentheses() > 0;
    }

    private Predicate role(Matcher found) {
        NodeRole role = NodeRole.find(found.group(2)).orElseThrow(() -> {
            at = found.start(2);
            return bad("expected primary, standby or down, found " + found());
        });
        return new Predicate.Role(node(found, 1), role);
    }

    private Predicate streams(Matcher found) {
        NodeName from = node(found, 1);
        NodeName to = node(found, 2);
        if (from == to) {
            at = found.start(2);
            throw bad("a node does not stream from itself");
        }
        return new Predicate.Streams(from, to);
    }

    private Predicate file(Matcher found) {
        NodeName node = node(found, 1);
        int end = end();
        Matcher tilde = TILDE.matcher(text).region(at, end);
        if (!tilde.find()) {
            return new Predicate.FileExists(node, upTo(end));
        }
        String path = text.substring(at, tilde.start());
        at = tilde.end();
        return new Predicate.FileMatches(node, path, regex(end));
    }

    private Wanted value() {
        int end = end();
        if (at < end && text.charAt(at) == '{') {
            int close = text.indexOf('}', at);
            if (close < 0) {
                throw bad("expected \"}\" behind the rows");
            }
            String rows = text.substring(at + 1, close);
            at = close + 1;
            return new Wanted.Rows(Stream.of(rows.split(";"))
                    .map(String::strip)
                    .filter(row -> !row.isEmpty())
                    .toList());
        }
        if (slashed(end)) {
            return new Wanted.Regex(regex(end));
        }
        if (at == end) {
            throw bad("expected a value, found " + found());
        }
        return new Wanted.Text(upTo(end));
    }

    private boolean slashed(int end) {
        return end - at > 2 && text.charAt(at) == '/' && text.charAt(end - 1) == '/';
    }

    /** The regular expression up to this offset, with or without slashes around it. */
    private String regex(int end) {
        int shift = slashed(end) ? 1 : 0;
        int from = at + shift;
        String expression = text.substring(from, end - shift);
        if (expression.isEmpty()) {
            throw bad("expected a regular expression, found " + found());
        }
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            at = Math.min(text.length(), from + Math.max(0, e.getIndex()));
            throw bad("invalid regular expression: " + e.getDescription());
        } catch (StackOverflowError e) {
            throw bad("invalid regular expression: it is nested too deeply");
        }
        at = end;
        return expression;
    }

    private String upTo(int end) {
        String part = text.substring(at, end);
        at = end;
        return part;
    }

    /** The end of literal text: before an operator, a closing parenthesis, or the end of the text. */
    private int end() {
        Matcher joint = JOINT.matcher(text);
        int next = joint.find(at) ? joint.start() : text.stripTrailing().length();
        int open = 0;
        for (int i = at; i < next && depth > 0; i++) {
            char c = text.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                return at + text.substring(at, i).stripTrailing().length();
            }
        }
        return Math.max(at, next);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static NodeName node(Matcher found, int group) {
        return NodeName.parse(found.group(group));
    }

    private String found() {
        Matcher word = WORD.matcher(text);
        return at < text.length() && word.find(at) ? "\"" + word.group() + "\"" : "the end of the line";
    }

    private LabException bad(String what) {
        Matcher word = WORD.matcher(text);
        String hint = at < text.length() && word.find(at)
                ? DidYouMean.nearest(word.group(), WORDS)
                        .filter(near -> !near.equals(word.group()))
                        .map(near -> "Perhaps you meant \"" + near + "\".")
                        .orElse(HINT)
                : HINT;
        Position place = new Position(
                start.source(), start.line(), start.column() + text.codePointCount(0, Math.min(at, text.length())));
        return new LabException(
                ErrorReport.error("invalid predicate: " + what).hint(hint).at(place));
    }
}
