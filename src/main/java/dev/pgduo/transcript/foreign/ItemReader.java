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
    /** How many commands a transcript may repeat. */
    private static final int REPEATED = 50;

    private static final Pattern INLINE = Pattern.compile("`+([^`]+)`+");

    private final List<Item> items = new ArrayList<>();
    private final ImportRemarks remarks;
    private final Set<String> text;

    /** Whether the document is one block of code: a script. */
    private final boolean script;

    /** @param text the keys of prompts that {@code --map} says are none */
    private ItemReader(ImportRemarks remarks, Set<String> text, boolean script) {
        this.script = script;
        this.remarks = remarks;
        this.text = text;
    }

    static List<Item> read(List<Piece> pieces, ImportRemarks remarks, Set<String> text) {
        ItemReader reader = new ItemReader(remarks, text, pieces.size() == 1);
        pieces.forEach(piece -> piece.accept(reader));
        return reader.items;
    }

    @Override
    public void title(DocLine line) {
        items.add(new Item.Title(line));
    }

    /** A paragraph that begins with a prompt and a command is a transcript without a fence around it. */
    @Override
    public void prose(List<DocLine> lines) {
        boolean typed = PromptReader.read(lines.get(0).text())
                .filter(prompt -> !text.contains(prompt.key()))
                .filter(ItemReader::typed)
                .isPresent();
        List<ParagraphCommands.Run> runs = typed ? List.of() : ParagraphCommands.read(lines);
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

    private static boolean outputs(List<DocLine> lines) {
        return LooseLines.shaped(lines.stream().map(DocLine::text).toList());
    }

    private static boolean typed(ForeignPrompt prompt) {
        String rest = prompt.rest();
        return prompt.sql()
                ? (LineLooks.sql(rest) && rest.contains(";")) || rest.startsWith("\\")
                : LineLooks.shell(rest) && !prompt.key().equals("#");
    }

    /** Says so where a line of prose begins like a prompt or has a command in it. */
    void lookalike(DocLine line) {
        boolean prompt = PromptReader.read(line.text())
                .filter(found ->
                        !found.more() && !found.rest().isBlank() && !found.key().equals("#"))
                .isPresent();
        boolean command = INLINE.matcher(line.text())
                        .results()
                        .anyMatch(found ->
                                LineLooks.plainCommand(found.group(1)) || LineLooks.unknownShell(found.group(1)))
                || LineLooks.plainCommand(line.text())
                || LineLooks.plainCommand(line.text().replaceFirst("^[^`:]*:\\s+", ""));
        if (prompt || command) {
            String hint = prompt ? "It begins like a prompt." : "It has a command in it.";
            remarks.notice(line.number(), "left as prose: " + ImportRemarks.quoted(line.text()), hint);
        }
    }

    @Override
    public void code(Language language, List<DocLine> lines) {
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

    /** Whether the last command was typed on this line. */
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

    /** Whether the last command was typed on this line, and has no prompt there. */
    boolean plainAt(int line) {
        return typedAt(line)
                && items.get(items.size() - 1) instanceof ForeignStep step
                && step.line().text().strip().equals(step.prompt().rest());
    }

    private boolean strong(DocLine line) {
        return prompt(line.text()).filter(prompt -> !prompt.more()).isPresent();
    }

    /** The prompt that the line begins with, unless it is to be none. */
    Optional<ForeignPrompt> prompt(String line) {
        return PromptReader.read(line).filter(prompt -> !text.contains(prompt.key()) && !text.contains(prompt.shown()));
    }

    ImportRemarks remarks() {
        return remarks;
    }

    /** The command without a prompt that a transcript with its output repeats, in the block right below it. */
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

    /** A command; one that never ends is prose, and told. */
    void addTyped(Optional<ForeignStep> step, DocLine line, InputReader.Typed typed) {
        if (step.isPresent()) {
            add(step.get());
            return;
        }
        remarks.warn(
                line.number(),
                "left as prose, the command never ends: " + ImportRemarks.quoted(typed.text()),
                "A quote, a parenthesis or a line of it may be missing.");
        add(new Item.Prose(typed.text()
                .lines()
                .map(line::with)
                .filter(each -> !each.blank())
                .toList()));
    }

    void add(Item item) {
        items.add(item);
    }

    /** Output that begins in column 0 like a command is told. */
    void takenForOutput(DocLine line) {
        boolean first = !line.blank() && !Character.isWhitespace(line.text().charAt(0));
        if (first && (LineLooks.plainCommand(line.text()) || LineLooks.pipe(line.text()))) {
            remarks.notice(
                    line.number(), "taken for output: " + ImportRemarks.quoted(line.text()), "It has no prompt.");
        }
    }

    /** A line that is narrative, without the signs of a comment. */
    void comment(DocLine line) {
        String plain = line.text()
                .strip()
                .replaceFirst("^(?:-{2,}|#+|/\\*+|//+|\\*(?=\\s))\\s*", "")
                .replaceFirst("\\s*(?:\\*+/|-{3,}|#+)$", "");
        if (!plain.isBlank()) {
            items.add(new Item.Prose(List.of(line.with(plain)), true));
        }
    }

    /** The last command, if nothing but prose came after it and no output is known. */
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

    /** Whether the last statement behind these bars printed nothing, and others came after it. */
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

    /** The commands that came last without a break, from this place of the list on. */
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
