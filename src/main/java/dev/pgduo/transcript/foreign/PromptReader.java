package dev.pgduo.transcript.foreign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes the prompts of many kinds of documents. */
final class PromptReader {
    private static final String BARS = "[ \\t]*(?<bars>(?:\\|+|!+)(?=[ \\t=]|[\\p{L}$#]))?[ \\t]*";
    private static final String TAGGED = "(?:[\\[(][^\\])\\s]{1,40}[\\])]\\s?|[\\p{L}][\\p{L}\\p{N}_.-]{0,40} \\| )?";
    /** A word in parentheses or brackets, which says where the prompt is. */
    private static final String MARK = "(?:\\(\\p{L}[^()]{0,30}\\)|\\[\\p{L}[^\\[\\]]{0,30}\\])";

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.@:/~+-]*(?:\\[[^\\]]*\\]|\\s?" + MARK + ")?";

    private static final Pattern SQL = compile("(?<name>" + TAGGED + NAME + "|\\[[^\\]]{1,40}\\]|" + MARK
            + ")(?:(?<=[\\])])\\s)?=[*!?^@]?" + "(?:(?<sign>#)[ \\t]?|(?<arrow>>)(?:[ \\t]|$))(?<rest>.*)");
    private static final Pattern BARE = compile("=[*!?^]?(?<sign>[>#])(?:[ \\t](?<rest>.*))?");
    private static final Pattern MORE =
            compile("(?:" + TAGGED + NAME + ")?\\s?[-('\"*$^][*!?]?[>#](?:[ \\t](?<rest>.*))?");
    private static final Pattern COMMENT =
            compile("/\\*\\s*(?<name>[\\p{L}\\p{N}_ .-]{1,20}?)\\s*(?<sign>[-#>])\\s*\\*/\\s?(?<rest>.*)");
    private static final Pattern LABEL = compile(
            "(?<name>\\(?\\[?(?i:T|S|TX|Txn|Session|Sess|Client|Terminal|Conn|Connection|Window"
                    + "|Transaction|Сессия|Сеанс|Транзакция)[ _-]?#?\\d[)\\]]?)\\s*(?:[:>)|]|-(?=\\s))\\s*(?<rest>\\S.*)");
    private static final Pattern[] SHELLS = {
        compile(
                "(?<name>\\[[\\w.-]+@[\\p{L}\\w.-]+)(?:[ \\t:][^\\]]*)?\\][ \\t]?(?<sign>[$#%])(?:[ \\t]+(?<rest>.*))?"),
        compile(
                "(?<name>(?:" + MARK
                        + "\\s?)?[\\w.-]+@[\\p{L}\\w.-]+)(?:[:;][^$#%>]*|[ \\t]+[~/][^$#%>]*|[ \\t])?(?<sign>[$#%>])(?:[ \\t]+(?<rest>.*))?"),
        compile("(?<name>-?(?:ba|z|k|c|da)?sh(?:-[\\d.]+)?)(?<sign>[$#%])(?:[ \\t]+(?<rest>.*))?"),
        compile("(?<name>[\\w-][\\w.-]*):[~/][^$#%>]*(?<sign>[$#%>])(?:[ \\t]+(?<rest>.*))?"),
        compile("(?<name>~)[\\w./-]*[ \\t]?(?<sign>[$#%])(?:[ \\t]+(?<rest>.*))?"),
        compile("(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]*)(?<sign>[$#%])(?:[ \\t]+(?<rest>.*))?"),
        compile("(?:PS\\s+)?(?<name>[A-Z]:)\\\\[^>]*(?<sign>>)[ \\t]*(?<rest>.*)"),
    };
    private static final Pattern MARKED =
            compile("(?<name>(?:[\\p{L}][\\w.@-]*\\s?)?" + MARK + ")\\s?(?<sign>[$#%])(?:[ \\t]+(?<rest>.*))?");
    private static final Pattern ARROW = compile("(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]*(?:\\s?" + MARK + ")?|" + MARK
            + ")(?<sign>>)(?:[ \\t]+|(?=\\\\))(?<rest>\\S.*)");
    /** A call of psql, and where. */
    private static final Pattern CALL = compile("(?<name>(?<rest>psql)\\s?" + MARK + "):?\\s*");

    private static final Pattern SIGN = compile("(?<sign>[$%#])[ \\t]+(?<rest>\\S.*)");

    private PromptReader() {}

    private static Pattern compile(String behind) {
        return Pattern.compile(BARS + behind, Pattern.DOTALL);
    }

    /** The prompt at the beginning of a line, if there is one. */
    static Optional<ForeignPrompt> read(String line) {
        if (line.isBlank() || line.length() > 4000) {
            return Optional.empty();
        }
        Optional<ForeignPrompt> found = prompt(line);
        return found.isPresent() && !found.get().more() ? Optional.of(once(found.get())) : found;
    }

    private static Optional<ForeignPrompt> prompt(String line) {
        return sql(line).or(() -> shell(line)).or(() -> arrow(line)).or(() -> sign(line));
    }

    /** The prompt without its copy, when it was copied twice. */
    private static ForeignPrompt once(ForeignPrompt prompt) {
        ForeignPrompt last = prompt;
        Optional<ForeignPrompt> again = prompt(last.rest());
        while (again.isPresent()
                && !again.get().rest().isBlank()
                && !last.name().isEmpty()
                && again.get().shown().equals(last.key())) {
            last = new ForeignPrompt(
                    last.key(),
                    last.name(),
                    again.get().kind(),
                    last.bars(),
                    again.get().rest());
            again = prompt(last.rest());
        }
        return last;
    }

    private static Optional<ForeignPrompt> sql(String line) {
        Matcher matcher = BARE.matcher(line);
        if (matcher.matches()) {
            return Optional.of(prompt(matcher, "=" + matcher.group("sign"), "", ForeignPrompt.Kind.SQL));
        }
        matcher = SQL.matcher(line);
        if (matcher.matches()) {
            String name = matcher.group("name").strip();
            String sign = matcher.group("sign") == null ? ">" : "#";
            return Optional.of(prompt(matcher, name + "=" + sign, name, ForeignPrompt.Kind.SQL));
        }
        matcher = MORE.matcher(line);
        if (matcher.matches()) {
            return Optional.of(prompt(matcher, "->", "", ForeignPrompt.Kind.MORE_SQL));
        }
        return comment(line).or(() -> label(line));
    }

    private static Optional<ForeignPrompt> comment(String line) {
        Matcher matcher = COMMENT.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean more = matcher.group("sign").equals("-");
        String name = matcher.group("name");
        return Optional.of(prompt(
                matcher, "/* " + name + " # */", name, more ? ForeignPrompt.Kind.MORE_SQL : ForeignPrompt.Kind.SQL));
    }

    private static Optional<ForeignPrompt> label(String line) {
        Matcher matcher = LABEL.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group("rest");
        String name = matcher.group("name").replaceAll("[()\\[\\]]", "").strip();
        return LineLooks.sql(rest)
                ? Optional.of(prompt(matcher, name, name, ForeignPrompt.Kind.SQL))
                : Optional.empty();
    }

    private static Optional<ForeignPrompt> shell(String line) {
        for (Pattern shell : SHELLS) {
            Matcher matcher = shell.matcher(line);
            if (matcher.matches()) {
                String name = matcher.group("name");
                String sign = matcher.group("sign");
                String rest = matcher.group("rest");
                boolean database = rest != null && sign.equals("#") && LineLooks.sql(rest) && !LineLooks.shell(rest);
                String key = name.startsWith("[") ? name + "]" + sign : name + sign;
                return Optional.of(
                        prompt(matcher, key, name, database ? ForeignPrompt.Kind.SQL : ForeignPrompt.Kind.SHELL));
            }
        }
        return marked(line);
    }

    /** A prompt of which the word in parentheses names a node or a session, or after which a program is called. */
    private static Optional<ForeignPrompt> marked(String line) {
        Matcher call = CALL.matcher(line);
        if (call.matches() && Hints.nodeOfName(call.group("name")) != null) {
            return Optional.of(prompt(call, call.group("name"), call.group("name"), ForeignPrompt.Kind.SHELL));
        }
        Matcher matcher = MARKED.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group("name");
        String rest = matcher.group("rest") == null ? "" : matcher.group("rest");
        boolean place = Hints.nodeOfName(name) != null || SessionHints.ofName(name) > 0;
        boolean database = !matcher.group("sign").equals("$") && LineLooks.sql(rest) && !LineLooks.shell(rest);
        boolean shell = LineLooks.shell(rest) || (place && matcher.group("sign").equals("$"));
        return database || shell
                ? Optional.of(prompt(
                        matcher,
                        name + matcher.group("sign"),
                        name,
                        database ? ForeignPrompt.Kind.SQL : ForeignPrompt.Kind.SHELL))
                : Optional.empty();
    }

    /** A prompt {@code NAME>}: a shell's, or psql's as some authors write it, according to its words. */
    private static Optional<ForeignPrompt> arrow(String line) {
        Matcher matcher = ARROW.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group("rest");
        String key = matcher.group("name") + ">";
        boolean joined = matcher.end("sign") == matcher.start("rest");
        if (joined && !key.matches("(?:psql|postgres).*")) {
            return Optional.empty();
        }
        if (LineLooks.sql(rest) && !LineLooks.shell(rest)) {
            return Optional.of(prompt(matcher, key, matcher.group("name"), ForeignPrompt.Kind.SQL));
        }
        boolean shell = LineLooks.shell(rest) || key.startsWith("postgres");
        return shell
                ? Optional.of(prompt(matcher, key, matcher.group("name"), ForeignPrompt.Kind.SHELL))
                : Optional.empty();
    }

    /** A prompt that is only a sign; {@code #} and {@code %} also begin comments. */
    private static Optional<ForeignPrompt> sign(String line) {
        Matcher matcher = SIGN.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String sign = matcher.group("sign");
        String rest = matcher.group("rest");
        if (sign.equals("$") && matcher.group("bars") == null && LineLooks.sql(rest) && !LineLooks.shell(rest)) {
            boolean ended = rest.stripTrailing().endsWith(";");
            return Optional.of(prompt(matcher, sign, "", ended ? ForeignPrompt.Kind.SQL : ForeignPrompt.Kind.SHELL));
        }
        Optional<ForeignPrompt> below = sql(rest).filter(found -> !found.more() && LineLooks.sql(found.rest()));
        if (sign.equals("$") && below.isPresent()) {
            return below;
        }
        boolean prompt = sign.equals("$") || LineLooks.shell(rest);
        return prompt ? Optional.of(prompt(matcher, sign, "", ForeignPrompt.Kind.SHELL)) : Optional.empty();
    }

    private static ForeignPrompt prompt(Matcher matcher, String key, String name, ForeignPrompt.Kind kind) {
        String bars = matcher.group("bars");
        String rest = matcher.group("rest");
        return new ForeignPrompt(key, name, kind, bars == null ? "" : bars, rest == null ? "" : rest);
    }
}
