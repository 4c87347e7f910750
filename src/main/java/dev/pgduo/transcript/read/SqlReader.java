package dev.pgduo.transcript.read;

import dev.pgduo.scan.CopyRows;
import dev.pgduo.scan.InputState;
import dev.pgduo.transcript.model.BlockPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the input at one SQL prompt with all its lines. */
final class SqlReader {
    private static final Pattern CONTINUED = Pattern.compile("[-'\"(*$^][*!?]?[>#](?:[ \\t](.*))?", Pattern.DOTALL);
    private static final Pattern CONTINUED_NAMED =
            Pattern.compile("[\\p{L}\\p{N}_.]*" + CONTINUED.pattern(), Pattern.DOTALL);
    private static final Pattern COPIED = Pattern.compile(">>(?:[ \\t](.*))?", Pattern.DOTALL);

    private final Cursor cursor;
    private final LineForms forms;

    SqlReader(Cursor cursor) {
        this.cursor = cursor;
        this.forms = cursor.forms();
    }

    /**
     * The input.
     *
     * @param text the lines without prefix and prompts, joined by newlines
     * @param complete whether psql would have shown its first prompt again
     */
    record Typed(String text, boolean complete) {}

    /** The input that begins at the cursor with this prompt; the cursor is then after the input. */
    Typed read(LineShape.Prompted prompt) {
        List<String> input = new ArrayList<>();
        InputState state = new InputState();
        String text = prompt.rest();
        while (text != null) {
            cursor.next();
            input.add(text);
            state.feed(text);
            text = state.complete() ? null : continued(prompt.prefix(), state);
        }
        if (state.complete() && CopyRows.follow(String.join("\n", input))) {
            rows(prompt.prefix(), input);
        }
        return new Typed(String.join("\n", input), state.complete());
    }

    /**
     * The next line of the statement, or null. A blank line ends it, except within quotes and parentheses or before a
     * continuation prompt.
     */
    private @Nullable String continued(BlockPrefix prefix, InputState state) {
        if (cursor.end()) {
            return null;
        }
        String text = cursor.output(prefix);
        boolean blank = text == null ? blankInside(prefix) : text.isBlank();
        if (blank) {
            return state.prompt().equals("->") && !promptBelow(prefix) ? null : "";
        }
        return text == null ? null : rest(prefix.text().isEmpty() ? CONTINUED_NAMED : CONTINUED, text);
    }

    private static String rest(Pattern prompt, String text) {
        Matcher matcher = prompt.matcher(text);
        return matcher.matches() ? text.substring(matcher.group(1) == null ? text.length() : matcher.start(1)) : text;
    }

    /** Whether a blank line is within a statement, whose next line is in the same block. */
    private boolean blankInside(BlockPrefix prefix) {
        return forms.blank(cursor.at()) && !prefix.text().isEmpty() && belowBlanks(prefix) != null;
    }

    private boolean promptBelow(BlockPrefix prefix) {
        String text = belowBlanks(prefix);
        return text != null && CONTINUED.matcher(text).matches();
    }

    private @Nullable String belowBlanks(BlockPrefix prefix) {
        int line = cursor.at();
        while (forms.blank(line)) {
            line++;
        }
        return forms.output(line, prefix);
    }

    /** Reads the data of a COPY: lines with its own prompt, or lines up to {@code \.}. */
    private void rows(BlockPrefix prefix, List<String> input) {
        int end = cursor.at();
        String text = forms.output(end, prefix);
        boolean prompted = text != null && COPIED.matcher(text).matches();
        while (text != null
                && !rest(COPIED, text).equals("\\.")
                && (!prompted || COPIED.matcher(text).matches())) {
            text = forms.output(++end, prefix);
        }
        boolean ended = text != null && rest(COPIED, text).equals("\\.");
        int stop = ended ? end + 1 : prompted ? end : cursor.at();
        while (cursor.at() < stop) {
            String row = cursor.output(prefix);
            input.add(rest(COPIED, row == null ? "" : row));
            cursor.next();
        }
    }
}
