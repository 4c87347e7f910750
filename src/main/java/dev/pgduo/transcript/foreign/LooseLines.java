package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import dev.pgduo.transcript.foreign.document.Language;
import java.util.List;
import java.util.Optional;

/** Classifies lines without a prompt that do not follow a command. */
final class LooseLines {
    private final ItemReader items;
    private final Language language;

    /** @param language the language of their block */
    LooseLines(ItemReader items, Language language) {
        this.items = items;
        this.language = language;
    }

    /** Handles adjacent lines with these bars. */
    void take(String bars, List<DocLine> lines) {
        List<DocLine> seen = lines.stream().dropWhile(DocLine::blank).toList();
        if (seen.isEmpty()) {
            return;
        }
        List<String> texts =
                seen.stream().map(line -> behind(bars, line.text())).toList();
        boolean shaped = shaped(texts);
        Optional<ForeignStep> step =
                items.waitingForOutput().filter(last -> last.prompt().bars().equals(bars));
        if (shaped && step.isPresent()) {
            seen.forEach(items::takenForOutput);
            step.get().output(texts);
        } else if (items.late(bars) && (shaped || !bars.isEmpty())) {
            seen.forEach(items::takenForOutput);
            items.add(new Item.Late(seen.get(0), bars, trimmed(texts)));
        } else if (comment(seen)) {
            seen.forEach(items::comment);
        } else {
            prose(seen, shaped);
        }
    }

    private static boolean comment(List<DocLine> lines) {
        return lines.stream()
                .allMatch(line -> line.blank() || line.text().strip().matches("(?s)(?:--|#|//|/\\*|\\*).*"));
    }

    private void prose(List<DocLine> lines, boolean shaped) {
        List<DocLine> told = lines.stream().filter(line -> !line.blank()).toList();
        if (language == Language.OTHER || (language == Language.PLAIN && !shaped)) {
            told.forEach(items::lookalike);
        } else if (shaped || !told.stream().allMatch(LooseLines::setting)) {
            String hint =
                    shaped ? "It looks like output, and no command waits for any." : "No command was found in it.";
            String more = told.size() == 1 ? "" : " and " + (told.size() - 1) + " more";
            items.remarks()
                    .notice(
                            told.get(0).number(),
                            "left as prose: " + ImportRemarks.quoted(told.get(0).text()) + more,
                            hint);
            told.stream().skip(1).forEach(items::leftAsProse);
        }
        items.add(new Item.Prose(told));
    }

    private static boolean setting(DocLine line) {
        return LineLooks.setting(line.text()) || line.text().strip().startsWith("#");
    }

    /** Whether the lines look like a program's output. */
    static boolean shaped(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (LineLooks.output(lines.get(i)) || (i > 0 && LineLooks.rule(lines.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> trimmed(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }

    private static String behind(String bars, String text) {
        String stripped = text.strip();
        return bars.isEmpty() || !stripped.startsWith(bars)
                ? text
                : stripped.substring(bars.length()).replaceFirst("^[ \\t]{0,4}", "");
    }
}
