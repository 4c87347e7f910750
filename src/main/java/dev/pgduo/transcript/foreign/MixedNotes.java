package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import dev.pgduo.transcript.foreign.document.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A block of notes, settings and sentences that has commands among them. */
final class MixedNotes {
    private static final Pattern SENTENCE =
            Pattern.compile("(?:\\d+[.)]\\s+)?\\p{Lu}[\\p{L}'-]*[,:]?(?:\\s+[^\\s=|;]+){3,}");
    /** What is typed in vi. */
    private static final Pattern EDITED = Pattern.compile(":(?:w|q|wq|x)!?");

    private MixedNotes() {}

    /** Whether these lines are such a block. */
    static boolean is(List<DocLine> lines) {
        List<String> seen = lines.stream()
                .map(line -> line.text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
        return seen.stream().anyMatch(MixedNotes::command)
                && seen.stream().allMatch(text -> command(text) || note(text))
                && seen.stream().noneMatch(text -> LineLooks.output(text) || LineLooks.rule(text));
    }

    /** Whether a line is one command, and not two of which the reader takes one. */
    private static boolean command(String line) {
        return LineLooks.plainCommand(line) && !line.matches(".*\\s(?:or|или|oder|ou)\\s.*");
    }

    private static boolean note(String text) {
        return LineLooks.setting(text)
                || text.startsWith("#")
                || EDITED.matcher(text).matches()
                || SENTENCE.matcher(text).matches()
                || LabelledLine.syntax(text);
    }

    /** Reads the commands, and keeps what stands between them. */
    static void read(List<DocLine> lines, ItemReader items) {
        for (int at = 0; at < lines.size(); ) {
            boolean command = command(lines.get(at).text());
            List<DocLine> run = new ArrayList<>();
            while (at < lines.size() && command(lines.get(at).text()) == command) {
                run.add(lines.get(at++));
            }
            run.removeIf(DocLine::blank);
            if (command) {
                items.code(Language.NONE, run);
            } else if (!run.isEmpty()) {
                run.forEach(items::lookalike);
                items.add(new Item.Prose(run, true));
            }
        }
    }
}
