package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import dev.pgduo.transcript.foreign.document.Language;
import dev.pgduo.transcript.foreign.document.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the commands and their output in the pieces of a document. One instance reads one document. */
final class ItemReader implements Piece.Visitor {
    /** The largest number of commands that a transcript may repeat. */
    private static final int REPEATED = 50;

    private static final Pattern INLINE = Pattern.compile("`+([^`]+)`+");

    private final List<Item> items = new ArrayList<>();
    private final ImportRemarks remarks;
    private final PaneMap map;
    /** The keys of prompts that are text. */
    private final Set<String> text;

    /** Whether the document is a script: one block of code. */
    private final boolean script;

    /** @param map the prompts and lines that are text according to {@code --map} */
    private ItemReader(ImportRemarks remarks, PaneMap map, boolean script) {
        this.script = script;
        this.remarks = remarks;
        this.map = map;
        this.text = map.text();
    }

    static List<Item> read(List<Piece> pieces, ImportRemarks remarks, PaneMap map) {
        ItemReader reader = new ItemReader(remarks, map, pieces.size() == 1);
        pieces.forEach(piece -> piece.accept(reader));
        return reader.items;
    }

    @Override
    public void title(DocLine line, int level) {
        items.add(new Item.Title(line, level));
    }

    @Override
    public void prose(List<DocLine> lines) {
        for (TextLines part : TextLines.parts(lines, map)) {
            if (part.text()) {
                items.add(part.prose());
            } else {
                paragraph(part.lines());
            }
        }
    }

    /** Handles a paragraph; one that begins with a prompt and a command is a transcript without a fence. */
    private void paragraph(List<DocLine> paragraph) {
        List<DocLine> lines =
                paragraph.stream().map(line -> unquoted(line).orElse(line)).toList();
        boolean typed = PromptReader.read(paragraph.get(0).text())
                .filter(prompt -> !text.contains(prompt.key()))
                .filter(ItemReader::typed)
                .isPresent();
        List<ParagraphCommands.Run> runs = typed ? List.of() : ParagraphCommands.read(quoted(paragraph));
        if (typed || (runs.size() > 1 && runs.get(0).code() && outputs(lines))) {
            code(Language.PLAIN, lines);
            return;
        }
        for (ParagraphCommands.Run run : runs) {
            if (run.code()) {
                code(Language.NONE, run.lines());
            } else {
                run.lines().forEach(this::lookalike);
                items.add(new Item.Prose(run.lines()));
            }
        }
    }

    /** The lines, those with a prompt and a command in backticks in backticks as a whole. */
    private List<DocLine> quoted(List<DocLine> paragraph) {
        return paragraph.stream()
                .map(line -> unquoted(line)
                        .map(each -> each.with("`" + each.text() + "`"))
                        .orElse(line))
                .toList();
    }

    private Optional<DocLine> unquoted(DocLine line) {
        return PromptedCode.read(line).filter(each -> prompt(each.text()).isPresent());
    }

    private static boolean outputs(List<DocLine> lines) {
        return LooseLines.shaped(lines.stream().map(DocLine::text).toList());
    }

    private static boolean typed(ForeignPrompt prompt) {
        String rest = prompt.rest();
        return prompt.sql()
                ? (LineLooks.sql(rest) && rest.contains(";")) || rest.startsWith("\\")
                : LineLooks.shell(rest) && !prompt.key().equals("#");
    }

    /** Reports a line of prose that begins like a prompt or contains a command. */
    void lookalike(DocLine line) {
        boolean prompt = PromptReader.read(line.text())
                .filter(found ->
                        !found.more() && !found.rest().isBlank() && !found.key().equals("#"))
                .isPresent();
        boolean command = INLINE.matcher(line.text())
                        .results()
                        .anyMatch(found ->
                                LineLooks.plainCommand(found.group(1)) || LineLooks.unknownShell(found.group(1)))
                || LineLooks.command(line.text())
                || LineLooks.plainCommand(line.text().replaceFirst("^[^`:]*:\\s+", ""));
        if (prompt || command) {
            String hint = prompt ? "It begins like a prompt." : "It has a command in it.";
            remarks.notice(line.number(), "left as prose: " + ImportRemarks.quoted(line.text()), hint);
        }
    }

    @Override
    public void code(Language language, List<DocLine> lines) {
        for (TextLines part : TextLines.parts(lines, map)) {
            if (!part.text()) {
                noted(language, part.lines());
            } else if (!part.prose().lines().isEmpty()) {
                items.add(part.prose());
            }
        }
    }

    private void noted(Language language, List<DocLine> lines) {
        for (NotedBlock part : NotedBlock.parts(lines)) {
            part.note().forEach(this::comment);
            block(language, part.lines());
        }
    }

    private void block(Language language, List<DocLine> lines) {
        BlockCursor cursor = new BlockCursor(lines);
        if (!script && !lines.isEmpty() && lines.get(0).text().startsWith("#!")) {
            remarks.notice(
                    lines.get(0).number(),
                    "left as prose: a script of " + lines.size() + " lines",
                    "It is the text of a file, and nobody types it.");
            add(new Item.Prose(lines.stream().filter(line -> !line.blank()).toList()));
            return;
        }
        boolean prompted = language == Language.PLAIN || lines.stream().anyMatch(this::strong);
        if (prompted) {
            new PromptedReader(cursor, language, this).read();
        } else {
            new BareReader(cursor, language, this).read();
        }
    }

    /** Whether the last command was on this line. */
    boolean typedAt(int line) {
        return !items.isEmpty()
                && items.get(items.size() - 1) instanceof ForeignStep step
                && step.line().number() == line;
    }

    /** Whether the last command has no prompt. */
    boolean plainAbove() {
        return !items.isEmpty()
                && items.get(items.size() - 1) instanceof ForeignStep step
                && step.prompt().key().isEmpty();
    }

    /** Whether the last command was on this line, without a prompt. */
    boolean plainAt(int line) {
        return typedAt(line)
                && items.get(items.size() - 1) instanceof ForeignStep step
                && step.line().text().strip().equals(step.prompt().rest());
    }

    private boolean strong(DocLine line) {
        return prompt(line.text()).filter(prompt -> !prompt.more()).isPresent();
    }

    /** The prompt at the beginning of a line, unless it is text according to {@code --map}. */
    Optional<ForeignPrompt> prompt(String line) {
        return PromptReader.read(line)
                .filter(prompt -> !text.contains(prompt.key()) && !text.contains(prompt.shown()))
                .filter(prompt -> !text.contains(Machines.host(prompt.name())));
    }

    ImportRemarks remarks() {
        return remarks;
    }

    /** The earlier command without a prompt that this step repeats, now with its output, in the block right below it. */
    Optional<ForeignStep> repeated(ForeignStep step) {
        int from = Math.max(0, items.size() - REPEATED);
        for (int i = items.size() - 1; i >= from && items.get(i) instanceof ForeignStep earlier; i--) {
            if (!earlier.prompt().key().isEmpty()) {
                return Optional.empty();
            }
            if (earlier.text().equals(step.text())
                    && earlier.kind() == step.kind()
                    && earlier.output().isEmpty()) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    /** Adds a command; an incomplete one becomes prose and is reported. */
    void addTyped(Optional<ForeignStep> step, DocLine line, InputReader.Typed typed) {
        if (step.isPresent()) {
            add(step.get());
            return;
        }
        remarks.warn(
                line.number(),
                "left as prose, the command never ends: " + ImportRemarks.quoted(typed.text()),
                "A quote, a parenthesis or a line of it may be missing.");
        List<String> rows = typed.text().lines().toList();
        for (int i = 1; i < rows.size(); i++) {
            leftAsProse(new DocLine(line.number() + i, rows.get(i)));
        }
        add(new Item.Prose(typed.text()
                .lines()
                .map(line::with)
                .filter(each -> !each.blank())
                .toList()));
    }

    void add(Item item) {
        items.add(item);
    }

    /** Reports a line of prose that is a command. */
    void leftAsProse(DocLine line) {
        if (LineLooks.command(line.text())) {
            remarks.notice(
                    line.number(), "left as prose: " + ImportRemarks.quoted(line.text()), "It looks like a command.");
        }
    }

    /** Reports output that begins like a command. */
    void takenForOutput(DocLine line) {
        if (LineLooks.command(line.text())) {
            remarks.notice(
                    line.number(), "taken for output: " + ImportRemarks.quoted(line.text()), "It has no prompt.");
        }
    }

    /** Adds a line of narrative, without the signs of a comment. */
    void comment(DocLine line) {
        String plain = line.text()
                .strip()
                .replaceFirst("^(?:-{2,}|#+|/\\*+|//+|\\*(?=\\s))\\s*", "")
                .replaceFirst("\\s*(?:\\*+/|-{3,}|#+)$", "");
        if (!plain.isBlank()) {
            items.add(new Item.Prose(List.of(line.with(plain)), true));
        }
    }

    /** The last command, if it has no output yet and only prose came after it. */
    Optional<ForeignStep> waitingForOutput() {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof ForeignStep step) {
                return Optional.of(step)
                        .filter(last -> last.output().isEmpty() && last.kind() != ForeignStep.Kind.OPEN);
            }
            if (items.get(i) instanceof Item.Late || items.get(i) instanceof Item.Title) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the last statement with these bars has no output, and others came after it. */
    boolean late(String bars) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof ForeignStep step
                    && step.sql()
                    && step.prompt().bars().equals(bars)) {
                return step.output().isEmpty();
            }
            if (items.get(i) instanceof Item.Late late && late.bars().equals(bars)) {
                return false;
            }
        }
        return false;
    }

    /** The last commands without a break, from this index on. */
    List<ForeignStep> stepsFrom(int place) {
        return items.subList(place, items.size()).stream()
                .filter(ForeignStep.class::isInstance)
                .map(ForeignStep.class::cast)
                .toList();
    }

    int place() {
        return items.size();
    }
}
