package dev.pgduo.shell.prompt;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** The word before the cursor, for completion; completions are not quoted. */
public record TypedWord(String line, int cursor, String word) implements CompletingParsedLine {
    @Override
    public int wordCursor() {
        return word.length();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return word.length();
    }

    @Override
    public int rawWordLength() {
        return word.length();
    }
}
