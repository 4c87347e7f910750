package dev.pgduo.transcript.foreign;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.transcript.foreign.document.DocLine;
import dev.pgduo.transcript.foreign.document.Documents;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.read.TranscriptReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts a document to a lab file. */
public final class ForeignImport {
    private ForeignImport() {}

    /**
     * Converts a document.
     *
     * @param source the document's name, which also determines its format
     * @param text the text without a byte order mark
     * @param said the panes of prompts as given by {@code --map}
     * @param translate whether commands that cannot be played are replaced
     * @throws LabException when there is no command in it
     */
    public static Imported read(String source, String text, PaneMap said, boolean translate) {
        ImportRemarks remarks = new ImportRemarks(source);
        PaneMap map = said.fresh();
        List<Item> items = ItemReader.read(Documents.read(source, text), remarks, map);
        List<ForeignStep> steps = items.stream()
                .filter(ForeignStep.class::isInstance)
                .map(ForeignStep.class::cast)
                .toList();
        if (steps.isEmpty()) {
            throw new LabException(ErrorReport.error("could not find a command in \"" + source + "\"")
                    .detail(
                            "Commands stand at a prompt (postgres=#, =>, user@host:~$, $), or in a block of code that is named sql or sh.")
                    .hint("Read docs/import.md for what is understood."));
        }
        map.prompts(steps);
        Machines machines = Machines.of(items, map);
        ForeignNodes facts = ForeignNodes.of(steps, machines);
        Placing placing = new Placing(map, facts, machines, new StandbySigns(items), steps, counted(items));
        items.forEach(item -> item.accept(placing));
        LabText lab = new LabText(placing, facts, remarks, translate, title(items));
        items.forEach(item -> item.accept(lab));
        String written = lab.text();
        prompts(placing, remarks);
        servers(facts, steps.get(0), remarks);
        map.unused().forEach(key -> remarks.warn(1, "the document has no \"" + key + "\", which --map names", null));
        unreadable(written, source, remarks);
        return new Imported(written, remarks.inFileOrder(), questions(placing, source), steps.size(), lab.unplayable());
    }

    /** Whether sessions are distinguished by paragraphs that consist of a number. */
    private static boolean counted(List<Item> items) {
        Set<Integer> numbers = items.stream()
                .filter(Item.Prose.class::isInstance)
                .map(item -> ((Item.Prose) item).lines())
                .filter(lines -> lines.size() == 1)
                .map(lines -> SessionHints.loneNumber(lines.get(0).text()))
                .collect(Collectors.toSet());
        return numbers.contains(1) && numbers.contains(2);
    }

    private static @Nullable String title(List<Item> items) {
        return items.stream()
                .filter(item -> item instanceof Item.Title || item instanceof ForeignStep)
                .findFirst()
                .filter(Item.Title.class::isInstance)
                .map(item -> ((Item.Title) item).line().text())
                .filter(text -> !text.isBlank())
                .orElse(null);
    }

    private static void prompts(Placing placing, ImportRemarks remarks) {
        UseHints hints = new UseHints(placing.uses());
        placing.uses().forEach((use, lines) -> {
            String count = lines.size() == 1 ? "1 line" : lines.size() + " lines";
            String message = use.shown() + " is " + use.place().shown() + " (" + count + "): " + use.reason();
            DocLine first = lines.get(0);
            if (use.guess()) {
                remarks.guess(first.number(), message, hints.of(use));
            } else {
                remarks.notice(first.number(), message, null);
            }
        });
    }

    private static void servers(ForeignNodes facts, ForeignStep first, ImportRemarks remarks) {
        int line = first.line().number();
        if (!facts.further().isEmpty()) {
            remarks.warn(line, "a lab has two nodes; these ports are none of theirs: " + facts.further(), null);
        }
        facts.directories()
                .forEach((directory, node) -> remarks.guess(
                        line,
                        directory + " is the data directory of " + (node.equals("?") ? "either node" : "node " + node),
                        null));
    }

    private static void unreadable(String lab, String source, ImportRemarks remarks) {
        ParseResult result = TranscriptReader.read(lab, source);
        result.reports()
                .forEach(report -> remarks.warn(
                        1,
                        "the lab cannot be read: " + report.message(),
                        "Put it right by hand, at line " + line(report) + " of the lab."));
    }

    private static int line(ErrorReport report) {
        Position position = report.position();
        return position == null ? 1 : position.line();
    }

    /** One question for each prompt, about the first guess for it. */
    private static List<PromptQuestion> questions(Placing placing, String source) {
        Map<String, PromptQuestion> questions = new LinkedHashMap<>();
        placing.uses().forEach((use, lines) -> {
            if (use.guess() && !use.prompt().isEmpty()) {
                DocLine first = lines.get(0);
                questions.putIfAbsent(
                        use.prompt(),
                        new PromptQuestion(
                                use.prompt(),
                                new Position(source, first.number(), 0),
                                first.text().strip(),
                                lines.size(),
                                use.place().pane()));
            }
        });
        return List.copyOf(questions.values());
    }
}
