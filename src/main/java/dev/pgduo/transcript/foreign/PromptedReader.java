package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import dev.pgduo.transcript.foreign.document.Language;
import dev.pgduo.transcript.model.BlockPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a block in which prompts distinguish commands from output. */
final class PromptedReader {
    private static final Pattern BARS = Pattern.compile("[ \\t]*((?:\\|+|!+)(?=[ \\t]|$))?[ \\t]?(.*)", Pattern.DOTALL);
    private static final Pattern COMMENT =
            Pattern.compile("\\s*(?:--(?:-*\\s+|-*(?=[\\p{L}]))|//|/\\*).*", Pattern.DOTALL);
    private static final Pattern SHELL_COMMENT = Pattern.compile("#+\\s*\\p{L}.*", Pattern.DOTALL);

    /** What initdb prints above a command for others to type. */
    private static final Pattern USING = Pattern.compile(".*\\busing:\\s*");

    private static final Pattern LEAVES = Pattern.compile("(?i)\\s*(?:\\\\q|exit|quit)\\s*;?\\s*");

    /** What somebody writes for commands that are left out. */
    private static final Pattern OMITTED = Pattern.compile("\\[\\s*(?:\\.{2,}|…).*\\]|\\.{3,}|…");
    /** The keys that end a line that is not wanted. */
    private static final Pattern KEYS = Pattern.compile("(?:\\^[CDZ]\\s*)+");

    private final BlockCursor cursor;
    private final Language language;
    private final ItemReader items;
    private final InputReader input;
    /**
     * Whether a shell line has called psql and no prompt came since, so that statements without a prompt belong to that
     * session.
     */
    private boolean inPsql;

    private final String firstSql;
    /** The last prompt of a shell, or the first one. */
    private ForeignPrompt shell;

    /** Whether the last prompt was a shell's, or psql was left at it; true before the first prompt. */
    private boolean atShell = true;

    private boolean started;
    /** Whether the superuser's prompt in the block has a name, so that a number sign alone most likely begins a comment. */
    private final boolean named;

    PromptedReader(BlockCursor cursor, Language language, ItemReader items) {
        this.cursor = cursor;
        this.language = language;
        this.items = items;
        this.input = new InputReader(cursor);
        this.firstSql = language == Language.PLAIN ? "" : firstSql(cursor);
        this.named = firstShell(cursor).key().matches(".+#");
        this.shell = language == Language.PLAIN ? ForeignPrompt.none(ForeignPrompt.Kind.SHELL, "") : firstShell(cursor);
    }

    void read() {
        while (!cursor.end()) {
            Optional<ForeignPrompt> prompt = typed();
            if (prompt.isPresent()) {
                command(prompt.get());
            } else {
                loose();
            }
        }
    }

    private Optional<ForeignPrompt> typed() {
        return cursor.end()
                ? Optional.empty()
                : items.prompt(cursor.text())
                        .filter(prompt -> !prompt.more())
                        .filter(prompt -> !named || !prompt.key().equals("#") || LineLooks.plainCommand(prompt.rest()))
                        .or(this::left)
                        .or(this::plain);
    }

    /** A backslash command at the prompt of a statement that is none, as where a semicolon was forgotten at the end of the copied part. */
    private Optional<ForeignPrompt> left() {
        return items.prompt(cursor.text())
                .filter(prompt -> prompt.more()
                        && LineLooks.plainCommand(prompt.rest())
                        && prompt.rest().strip().startsWith("\\"))
                .map(prompt ->
                        ForeignPrompt.none(ForeignPrompt.Kind.SQL, prompt.rest().strip()));
    }

    /** The prompt for a command without one: within prose, or above or between those of a shell, whose prompt it gets. */
    private Optional<ForeignPrompt> plain() {
        String text = LabelledLine.command(cursor.text())
                .orElseGet(() -> cursor.text().strip());
        if (!started && !firstSql.isEmpty() && LineLooks.sql(text) && Statements.ends(cursor)) {
            return Optional.of(new ForeignPrompt(
                    firstSql, firstSql.replaceFirst("=?[>#]$", ""), ForeignPrompt.Kind.SQL, "", text));
        }
        if (inPsql && LineLooks.sql(text) && Statements.ends(cursor)) {
            return Optional.of(ForeignPrompt.none(ForeignPrompt.Kind.SQL, text));
        }
        if (text.isEmpty() || !(language == Language.PLAIN ? apart(text) : between(text))) {
            return Optional.empty();
        }
        boolean sql = language == Language.PLAIN && !LineLooks.shell(text);
        return Optional.of(
                sql
                        ? ForeignPrompt.none(ForeignPrompt.Kind.SQL, text)
                        : new ForeignPrompt(shell.key(), shell.name(), ForeignPrompt.Kind.SHELL, shell.bars(), text));
    }

    private boolean apart(String text) {
        String above = cursor.ahead(-1).strip();
        boolean apart = above.isEmpty()
                || (above.length() > 5 && above.matches("([-=#*~_])\\1{2,}.*\\1{3}"))
                || items.typedAt(cursor.lineAbove());
        return apart && LineLooks.plainCommand(text);
    }

    private boolean between(String text) {
        String above = cursor.ahead(-1);
        if (USING.matcher(cursor.aboveBlanks()).matches()) {
            return false;
        }
        boolean indented = Character.isWhitespace(cursor.text().charAt(0));
        boolean apart = above.isBlank()
                || above.startsWith("#")
                || items.plainAt(cursor.lineAbove())
                || (!indented && text.matches("(?s)sudo\\s+-?\\w.*"));
        boolean command = (started || indented) ? LineLooks.plainCommand(text) : !LineLooks.output(text);
        boolean after = inPsql && items.plainAbove();
        return (atShell || inPsql) && (apart || after) && command && LineLooks.shell(text);
    }

    /** The first prompt of the block if it is an SQL prompt: statements above it belong to it as well. */
    private static String firstSql(BlockCursor cursor) {
        for (int i = 0; i < cursor.left(); i++) {
            Optional<ForeignPrompt> prompt = PromptReader.read(cursor.ahead(i)).filter(found -> !found.more());
            if (prompt.isPresent()) {
                return prompt.get().sql() && prompt.get().bars().isEmpty()
                        ? prompt.get().key()
                        : "";
            }
        }
        return "";
    }

    /** The first prompt of a shell in the block; none when there is none. */
    private static ForeignPrompt firstShell(BlockCursor cursor) {
        int place = cursor.at();
        ForeignPrompt found = ForeignPrompt.none(ForeignPrompt.Kind.SHELL, "");
        while (!cursor.end() && found.key().isEmpty()) {
            found = cursor.prompt().filter(ForeignPrompt::shell).orElse(found);
            cursor.next();
        }
        cursor.back(place);
        return found;
    }

    private void command(ForeignPrompt prompt) {
        DocLine line = cursor.next();
        started |= !line.text().strip().equals(prompt.rest());
        atShell = prompt.shell() || LEAVES.matcher(prompt.rest()).matches();
        inPsql &= !prompt.shell() && prompt.key().isEmpty();
        shell = prompt.shell() && language != Language.PLAIN ? prompt : shell;
        if (KEYS.matcher(prompt.rest()).matches()) {
            return;
        }
        if (prompt.rest().isBlank()) {
            boolean below = !cursor.end() && typed().isEmpty() && prompt.sql() && LineLooks.sql(cursor.text());
            if (!below) {
                return;
            }
            cursor.next();
            sql(line, new ForeignPrompt(prompt.key(), prompt.name(), prompt.kind(), prompt.bars(), cursorAbove()));
        } else if (OMITTED.matcher(prompt.rest().strip()).matches()) {
            items.comment(line.with(prompt.rest()));
        } else if (prompt.sql()) {
            sql(line, prompt);
        } else {
            shell(line, prompt);
        }
    }

    private String cursorAbove() {
        cursor.back(cursor.at() - 1);
        return cursor.next().text().strip();
    }

    private void sql(DocLine line, ForeignPrompt prompt) {
        BlockPrefix prefix = prefix(line, prompt);
        statements(line, prompt, prompt.rest(), prefix);
        while (!cursor.end() && typed().isEmpty() && prefix.text().isBlank() && another(prefix)) {
            DocLine next = cursor.next();
            statements(next, prompt, strip(prefix, next.text()).strip(), prefix);
        }
    }

    /** Statements without output between them, and the output below the last one. */
    private void statements(DocLine line, ForeignPrompt prompt, String rest, BlockPrefix prefix) {
        int first = items.place();
        statement(line, prompt, rest, prefix);
        while (!cursor.end() && typed().isEmpty() && (another(prefix) || anotherBelow(prefix))) {
            DocLine next = cursor.next();
            statement(next, prompt, strip(prefix, next.text()).strip(), prefix);
        }
        List<ForeignStep> steps = items.stepsFrom(first);
        List<String> output = output(prefix, prompt);
        if (!steps.isEmpty() && !OutputSplit.deal(steps, output)) {
            items.remarks()
                    .guess(
                            line.number(),
                            "all output of " + steps.size() + " statements is that of the last",
                            "\"import --fill\" or \"verify --update\" puts it right.");
        }
    }

    private void statement(DocLine line, ForeignPrompt prompt, String first, BlockPrefix prefix) {
        String rest = first.strip().matches("(?i)(?:exit|quit)\\s*;?") ? "\\q" : first.stripTrailing();
        InputReader.Typed typed = input.sql(rest, text -> strip(prefix, text));
        items.addTyped(Statements.step(line, prompt, typed, items.remarks()), line, typed);
    }

    /** Whether a further statement without a prompt follows the first one. */
    private boolean another(BlockPrefix prefix) {
        String text = strip(prefix, cursor.text());
        boolean header = LineLooks.underHeader(cursor.ahead(1));
        return LineLooks.sql(text) && !header && !LineLooks.output(text) && Statements.ends(cursor);
    }

    /** The same below blank lines, which are read then. */
    private boolean anotherBelow(BlockPrefix prefix) {
        int place = cursor.at();
        while (!cursor.end() && cursor.text().isBlank() && language != Language.PLAIN) {
            cursor.next();
        }
        boolean another = cursor.at() > place && !cursor.end() && typed().isEmpty() && another(prefix);
        if (!another) {
            cursor.back(place);
        }
        return another;
    }

    /** Whether output has come to its end, and a statement without a prompt follows. */
    private boolean next(BlockPrefix prefix, ForeignPrompt prompt, List<String> output) {
        String last = output.isEmpty() ? "" : output.get(output.size() - 1);
        boolean ended = last.isBlank() || LineLooks.footer(last) || LineLooks.tag(last) || LineLooks.connected(last);
        boolean printed = output.stream().anyMatch(LineLooks::output);
        return prompt.sql()
                && language != Language.PLAIN
                && prefix.text().isBlank()
                && ended
                && printed
                && another(prefix);
    }

    private void shell(DocLine line, ForeignPrompt prompt) {
        String text = prompt.rest().strip();
        if (text.startsWith("#")) {
            items.comment(line.with(text));
            return;
        }
        InputReader.Typed typed = input.shell(text);
        Optional<ForeignStep> step = Statements.shell(line, prompt, typed, items.remarks());
        inPsql = step.filter(each -> each.kind() == ForeignStep.Kind.OPEN).isPresent() && language != Language.PLAIN;
        Optional<ForeignStep> earlier = step.flatMap(items::repeated);
        if (earlier.isEmpty()) {
            items.addTyped(step, line, typed);
        }
        List<String> output = output(prefix(line, prompt), prompt);
        earlier.or(() -> step).ifPresent(each -> each.output(output));
    }

    private static BlockPrefix prefix(DocLine line, ForeignPrompt prompt) {
        int end = 0;
        String text = line.text();
        while (end < text.length()
                && (Character.isWhitespace(text.charAt(end))
                        || (!prompt.bars().isEmpty() && "|!".indexOf(text.charAt(end)) >= 0))) {
            end++;
        }
        return new BlockPrefix(text.substring(0, end).replace('!', '|'));
    }

    private static String strip(BlockPrefix prefix, String text) {
        String bars = prefix.text().contains("|")
                ? text.replaceFirst(
                        "^([ \\t]*)(!+)",
                        "$1"
                                + "|"
                                        .repeat(text.strip().length()
                                                - text.strip()
                                                        .replaceFirst("^!+", "")
                                                        .length()))
                : text;
        String stripped = prefix.text().isEmpty() ? bars : prefix.strip(bars);
        return stripped == null ? bars.isBlank() ? "" : bars : stripped;
    }

    /** The lines up to the next prompt; in plain text, up to a blank line after which there is no more output. */
    private List<String> output(BlockPrefix prefix, ForeignPrompt prompt) {
        List<String> output = new ArrayList<>();
        List<DocLine> comments = new ArrayList<>();
        while (!cursor.end() && typed().isEmpty()) {
            String text = cursor.text();
            if (text.isBlank() && language == Language.PLAIN && !outputBelow(prompt, output.isEmpty())) {
                break;
            }
            if ((foreign(prefix, text) && !row(output, strip(prefix, text))) || heading(prompt)) {
                break;
            }
            if (next(prefix, prompt, output)) {
                break;
            }
            if (comment(prompt, text)) {
                DocLine line = cursor.next();
                String result = text.strip().replaceFirst("^--\\s?", "");
                if (prompt.sql()
                        && (LineLooks.output(result)
                                || (!output.isEmpty()
                                        && comments.isEmpty()
                                        && LineLooks.output(cursor.ahead(0).replaceFirst("^--\\s?", ""))))) {
                    output.add(result);
                } else {
                    comments.add(line);
                    break;
                }
                continue;
            }
            if (!LineLooks.banner(text)) {
                output.add(strip(prefix, text));
                items.takenForOutput(cursor.line());
            }
            cursor.next();
        }
        comments.forEach(items::comment);
        return output;
    }

    /** Whether a line's first bar is in the column of the first plus of the last rule above it, as in a table's row. */
    private static boolean row(List<String> output, String text) {
        int plus = output.stream()
                .filter(LineLooks::underHeader)
                .reduce((above, below) -> below)
                .map(rule -> rule.indexOf('+'))
                .orElse(-1);
        return plus > 0 && text.length() > plus && text.charAt(plus) == '|';
    }

    private boolean outputBelow(ForeignPrompt prompt, boolean none) {
        String below = cursor.belowBlanks();
        boolean shaped = LineLooks.output(below) || LineLooks.rule(cursor.belowBlanks(1));
        return prompt.sql() ? shaped : none && LineLooks.output(below);
    }

    /** Whether only one of the line and the command has bars before it. */
    private static boolean foreign(BlockPrefix prefix, String text) {
        boolean barred = !bars(text).isEmpty();
        return !text.isBlank() && barred != prefix.text().contains("|") && (barred || prefix.strip(text) == null);
    }

    private boolean heading(ForeignPrompt prompt) {
        return prompt.shell() && SHELL_COMMENT.matcher(cursor.text()).matches() && typedBelow();
    }

    private boolean typedBelow() {
        return items.prompt(cursor.ahead(1)).filter(below -> !below.more()).isPresent()
                || (LineLooks.plainCommand(cursor.ahead(1)) && LineLooks.shell(cursor.ahead(1)));
    }

    private boolean comment(ForeignPrompt prompt, String text) {
        return COMMENT.matcher(text).matches()
                && !LineLooks.rule(text)
                && (prompt.sql() || text.startsWith("---") || text.startsWith("//"));
    }

    /**
     * Handles lines above the first prompt, or with other bars: late output, comments, output of a command above, else prose.
     */
    private void loose() {
        List<DocLine> lines = new ArrayList<>();
        String bars = bars(cursor.text());
        while (!cursor.end()
                && typed().isEmpty()
                && (cursor.text().isBlank() || bars(cursor.text()).equals(bars))) {
            lines.add(cursor.next());
            if (COMMENT.matcher(lines.get(lines.size() - 1).text()).matches()
                    || (language == Language.PLAIN
                            && !cursor.end()
                            && cursor.text().isBlank())) {
                break;
            }
        }
        new LooseLines(items, language).take(bars, lines);
    }

    /** The bars at the beginning of a line; empty for a row of a table with lines on both sides. */
    static String bars(String text) {
        Matcher matcher = BARS.matcher(text);
        boolean row = text.stripTrailing().endsWith("|") && text.strip().length() > 2;
        return matcher.matches() && matcher.group(1) != null && !row ? matcher.group(1) : "";
    }
}
