package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import dev.pgduo.transcript.foreign.document.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a block without prompts: recognizes by each line's words whether it is SQL, a shell command, output or a remark. */
final class BareReader {
    private static final Pattern SESSION = Pattern.compile(
            "(?s).*?--\\s*\\(?(?<name>(?i:T|S|TX|Txn|Session|Client|Terminal|Conn|Transaction|Window)[ _-]?#?[1-9])\\b(?![\\p{N}])[^\\n]*");
    private static final Pattern PROGRAM =
            Pattern.compile("[a-z][\\w.+-]*|(?:\\.{0,2}/|~/)[\\w./+-]+|[A-Z_][A-Z0-9_]*=.*");

    private static final Pattern LEAVES = Pattern.compile("(?i)(?:exit|quit)\\s*;?");

    private static final Pattern SENTENCE =
            Pattern.compile("(?:\\d+[.)]\\s+)?\\p{Lu}[\\p{L}'-]*[,:]?(?:\\s+[^\\s=|;]+){3,}");

    private final BlockCursor cursor;
    private final Language language;
    private final ItemReader items;
    private final InputReader input;
    private boolean inSql;

    BareReader(BlockCursor cursor, Language language, ItemReader items) {
        this.cursor = cursor;
        this.language = language;
        this.items = items;
        this.input = new InputReader(cursor);
        this.inSql = language == Language.SQL;
    }

    void read() {
        if (!run()) {
            List<DocLine> lines = new ArrayList<>();
            while (!cursor.end()) {
                lines.add(cursor.next());
            }
            lines.removeIf(line -> LineLooks.banner(line.text()));
            if (language == Language.NONE && sentences(lines)) {
                paragraphs(lines);
                return;
            }
            if (language == Language.NONE && MixedNotes.is(lines)) {
                MixedNotes.read(lines, items);
                return;
            }
            String bars = lines.stream()
                    .filter(line -> !line.blank())
                    .findFirst()
                    .map(line -> PromptedReader.bars(line.text()))
                    .orElse("");
            new LooseLines(items, language).take(bars, lines);
            return;
        }
        while (!cursor.end()) {
            step();
        }
    }

    /** Whether these are paragraphs that somebody has indented, with commands between them. */
    private static boolean sentences(List<DocLine> lines) {
        List<String> seen = lines.stream()
                .map(line -> line.text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
        return !seen.isEmpty()
                && SENTENCE.matcher(seen.get(0)).matches()
                && seen.stream().skip(1).anyMatch(text -> LineLooks.plainCommand(text) || LineLooks.sql(text))
                && seen.stream().noneMatch(text -> LineLooks.output(text) || LineLooks.rule(text));
    }

    private void paragraphs(List<DocLine> lines) {
        List<DocLine> paragraph = new ArrayList<>();
        for (DocLine line : lines) {
            if (line.blank() && !paragraph.isEmpty()) {
                items.prose(List.copyOf(paragraph));
                paragraph.clear();
            } else if (!line.blank()) {
                paragraph.add(line);
            }
        }
        if (!paragraph.isEmpty()) {
            items.prose(List.copyOf(paragraph));
        }
    }

    /** Whether there is anything to run, as the language or the first line that is no remark says. */
    private boolean run() {
        if (language == Language.SQL || language == Language.SHELL) {
            return true;
        }
        int place = cursor.at();
        while (!cursor.end()
                && (cursor.text().isBlank() || remark(cursor.text()) || LabelledLine.syntax(cursor.text()))) {
            cursor.next();
        }
        boolean syntax = cursor.at() > place && LabelledLine.syntax(cursor.aboveBlanks());
        boolean other = language == Language.OTHER;
        boolean run = !cursor.end()
                && language != Language.PLAIN
                && (other
                        ? LineLooks.shell(cursor.text()) && LineLooks.plainCommand(cursor.text())
                        : syntax || begins());
        cursor.back(place);
        return run;
    }

    private boolean begins() {
        String text = typed();
        boolean example = LabelledLine.command(cursor.text()).isPresent();
        boolean header = LineLooks.underHeader(cursor.ahead(1));
        boolean shell = LineLooks.shell(text) || LineLooks.unknownShell(text) || LineLooks.pipe(text);
        boolean last = LineLooks.shell(cursor.ahead(1)) && LineLooks.plainCommand(cursor.ahead(1));
        return !header
                && !LineLooks.banner(text)
                && (shell || (LineLooks.sql(text) && (last || example || Statements.ends(cursor))));
    }

    private static boolean remark(String text) {
        return text.strip().matches("(?s)(?:--|#|//|/\\*|\\*/).*") && !LineLooks.rule(text);
    }

    private void step() {
        String text = typed();
        if (text.isEmpty()) {
            cursor.next();
        } else if (text.startsWith("/*") && !text.startsWith("/*+")) {
            comment();
        } else if (remark(text)) {
            remarks();
        } else if (LabelledLine.syntax(text)) {
            syntax();
        } else if (sql(text)) {
            statement();
        } else if (shell(text)) {
            shell();
        } else {
            other();
        }
    }

    /** The line without a prompt's sign that has lost its name, if the name of a program follows, or without a word that says that it is an example. */
    private String typed() {
        String text = LabelledLine.command(cursor.text())
                .orElseGet(() -> cursor.text().strip());
        String quoted = text.matches("`[^`]+`") ? text.substring(1, text.length() - 1) : text;
        String behind = quoted.startsWith(">") ? quoted.substring(1).strip() : quoted;
        return LineLooks.plainCommand(behind) && LineLooks.shell(behind) ? behind : text;
    }

    private boolean sql(String text) {
        boolean ended = text.contains(";") || text.matches(".*\\\\[gcwx].*");
        boolean header = LineLooks.underHeader(cursor.ahead(1)) && !ended;
        if (header || LineLooks.output(text)) {
            return false;
        }
        if (inSql && LEAVES.matcher(text).matches()) {
            return true;
        }
        boolean typed = LineLooks.sql(text) || (inSql && LineLooks.verb(text) && Statements.ends(cursor));
        return typed && (!LineLooks.shell(text) || (inSql && text.contains(";")));
    }

    private boolean shell(String text) {
        if (knownShell(text)) {
            return true;
        }
        boolean table = LineLooks.output(text)
                || LineLooks.rule(cursor.ahead(1))
                || (text.contains(" | ") && !LineLooks.pipe(text));
        String word = text.split("\\s+", 2)[0];
        return language == Language.SHELL
                && !inSql
                && !table
                && PROGRAM.matcher(word).matches()
                && !word.endsWith(":")
                && !LineLooks.setting(text)
                && !outputOfShell();
    }

    /** Whether a line begins with a known program; a table's header or row may look the same. */
    private boolean knownShell(String text) {
        boolean row = inSql
                && text.contains(" | ")
                && Character.isWhitespace(cursor.text().charAt(0));
        boolean formed = LineLooks.unknownShell(text) || LineLooks.pipe(text);
        boolean known = LineLooks.shell(text) || (language != Language.SQL && !inSql && formed);
        return known && !row && !LineLooks.underHeader(cursor.ahead(1)) && !LineLooks.setting(text);
    }

    /** Whether the command above prints its arguments, so that this line is its output. */
    private boolean outputOfShell() {
        return items.waitingForOutput()
                .filter(step -> step.line().number() == cursor.line().number() - 1)
                .filter(step -> step.text()
                        .matches(
                                "(?s)(?:sudo\\s+)?(?:cat|tail|head|ls|grep|ps|pg_lsclusters|pg_controldata|psql)\\b.*"))
                .isPresent();
    }

    private void statement() {
        String text = typed();
        DocLine line = cursor.next();
        String rest = LEAVES.matcher(text).matches() ? "\\q" : text;
        InputReader.Typed typed = input.sql(rest, String::strip);
        Matcher session = SESSION.matcher(typed.text());
        String name = session.matches() ? session.group("name") : "";
        ForeignPrompt prompt = new ForeignPrompt(name, name, ForeignPrompt.Kind.SQL, "", rest);
        items.addTyped(Statements.step(line, prompt, typed, items.remarks()), line, typed);
        inSql = !rest.startsWith("\\q") || language == Language.SQL;
    }

    private void shell() {
        String text = typed();
        DocLine line = cursor.next();
        ForeignPrompt prompt = ForeignPrompt.none(ForeignPrompt.Kind.SHELL, text);
        InputReader.Typed typed = input.shell(text);
        Optional<ForeignStep> step = Statements.shell(line, prompt, typed, items.remarks());
        items.addTyped(step, line, typed);
        boolean opens =
                step.filter(each -> each.kind() == ForeignStep.Kind.OPEN).isPresent();
        inSql = opens || (language == Language.SQL && inSql);
    }

    /** Handles a line that is no command: output of the command above, or text. */
    private void other() {
        List<DocLine> lines = new ArrayList<>();
        do {
            lines.add(cursor.next());
        } while (!cursor.end() && (!cursor.text().isBlank() || outputBelow()) && !starts());
        List<DocLine> printed =
                lines.stream().filter(line -> !LineLooks.banner(line.text())).toList();
        List<String> texts = printed.stream().map(DocLine::text).toList();
        var step = items.waitingForOutput().filter(last -> !last.sql() || LooseLines.shaped(texts));
        if (step.isPresent()) {
            printed.forEach(items::takenForOutput);
            step.get().output(texts);
        } else if (!printed.isEmpty()) {
            new LooseLines(items, language).take("", printed);
        }
    }

    private boolean outputBelow() {
        return LineLooks.output(cursor.belowBlanks());
    }

    private boolean starts() {
        String text = typed();
        return text.isEmpty()
                ? false
                : sql(text) || knownShell(text) || (text.startsWith("--") && remark(text)) || text.startsWith("/*");
    }

    /** Handles remarks: the result of the statement above, or narrative. */
    private void remarks() {
        List<DocLine> lines = new ArrayList<>();
        while (!cursor.end() && remark(cursor.text()) && !cursor.text().strip().startsWith("/*")) {
            lines.add(cursor.next());
        }
        List<String> plain = lines.stream()
                .map(line -> line.text().strip().replaceFirst("^(?:--|#|//) ?", ""))
                .toList();
        result(lines, plain);
    }

    /** Handles a line that shows the syntax of something, and what stands below it. */
    private void syntax() {
        List<DocLine> lines = new ArrayList<>();
        String behind = cursor.text().replaceFirst("^[^:：]*[:：]\\s*", "");
        boolean shown = LineLooks.sql(behind.isEmpty() ? cursor.ahead(1) : behind);
        do {
            shown &= !cursor.text().contains(";");
            lines.add(cursor.next());
        } while (!cursor.end() && !cursor.text().isBlank() && (shown || !starts()));
        items.remarks()
                .notice(
                        lines.get(0).number(),
                        "left as prose: " + ImportRemarks.quoted(lines.get(0).text()),
                        "It shows the syntax.");
        lines.stream().skip(1).forEach(items::leftAsProse);
        items.add(new Item.Prose(lines, true));
    }

    private void comment() {
        List<DocLine> lines = new ArrayList<>();
        boolean closed = false;
        while (!cursor.end() && !closed) {
            closed = cursor.text().contains("*/");
            lines.add(cursor.next());
        }
        List<String> plain = lines.stream()
                .map(line -> line.text().replaceFirst("^\\s*/\\*+ ?", "").replaceFirst("\\s*\\*+/\\s*$", ""))
                .toList();
        boolean starred = plain.stream().skip(1).allMatch(line -> line.isBlank() || line.matches("\\s*\\*.*"));
        result(
                lines,
                starred
                        ? plain.stream()
                                .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
                                .toList()
                        : plain);
    }

    private void result(List<DocLine> lines, List<String> plain) {
        var step = items.waitingForOutput().filter(ForeignStep::sql);
        if (step.isPresent() && LooseLines.shaped(plain)) {
            step.get().output(plain);
        } else {
            lines.forEach(items::comment);
        }
    }
}
