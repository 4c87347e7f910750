package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a block of code, above which its author has written in another script what is done in it.
 *
 * @param note the line above it, or none
 * @param lines the commands and their output
 */
record NotedBlock(List<DocLine> note, List<DocLine> lines) {
    /** Nothing that begins like this is a command; messages of programs have commands right above them. */
    private static final Pattern NOTE = Pattern.compile(
            "(?:\\d{1,2}[.)、]\\s*)?(?:\\p{IsHan}|\\p{IsHiragana}|\\p{IsKatakana}|\\p{IsHangul}|\\p{IsCyrillic}+\\s+\\p{L})[^|]{0,120}");

    NotedBlock {
        note = List.copyOf(note);
        lines = List.copyOf(lines);
    }

    /** The parts of a block; one part where nobody has written anything in it. */
    static List<NotedBlock> parts(List<DocLine> block) {
        List<NotedBlock> parts = new ArrayList<>();
        List<DocLine> note = List.of();
        int from = 0;
        for (int at = 0; at < block.size(); at++) {
            if (note(block, at)) {
                add(parts, note, block.subList(from, at));
                note = List.of(block.get(at));
                from = at + 1;
            }
        }
        add(parts, note, block.subList(from, block.size()));
        return parts;
    }

    private static void add(List<NotedBlock> parts, List<DocLine> note, List<DocLine> lines) {
        if (!note.isEmpty() || !lines.isEmpty() || parts.isEmpty()) {
            parts.add(new NotedBlock(note, lines));
        }
    }

    /** Whether a line stands apart from what is above, and above a command. */
    private static boolean note(List<DocLine> block, int at) {
        boolean apart = at == 0 || block.get(at - 1).blank();
        if (!apart || !NOTE.matcher(block.get(at).text().stripTrailing()).matches()) {
            return false;
        }
        int below = at + 1;
        while (below < block.size() && block.get(below).blank()) {
            below++;
        }
        if (below == block.size()) {
            return false;
        }
        String text = block.get(below).text();
        boolean prompt = PromptReader.read(text).filter(found -> !found.more()).isPresent();
        return prompt || ((LineLooks.sql(text) || LineLooks.shell(text)) && !LineLooks.setting(text));
    }
}
