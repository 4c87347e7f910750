package dev.pgduo.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed at one SQL prompt, over all its lines. */
final class SqlReader {
    private static final Pattern CONTINUED = Pattern.compile("[-'\"(*$^][*!?]?[>#](?:[ \\t](.*))?", Pattern.DOTALL);
    private static final Pattern COPIED = Pattern.compile(">>(?:[ \\t](.*))?", Pattern.DOTALL);

    private final Cursor cursor;
    private final LineForms forms;

    SqlReader(Cursor cursor) {
        this.cursor = cursor;
        this.forms = cursor.forms();
    }

    /** The input that begins with this prompt at the cursor; the cursor then stands under it. */
    String read(LineShape.Prompted prompt) {
        List<String> input = new ArrayList<>();
        InputState state = new InputState();
        String text = prompt.rest();
        while (text != null) {
            cursor.next();
            input.add(text);
            state.feed(text);
            text = state.complete() ? null : continued(prompt.prefix());
        }
        if (state.complete() && CopyRows.follow(String.join("\n", input))) {
            rows(prompt.prefix(), input);
        }
        return String.join("\n", input);
    }

    private @Nullable String continued(BlockPrefix prefix) {
        if (cursor.end()) {
            return null;
        }
        LineShape.Prompted again = forms.shape().sql(cursor.text());
        if (again != null) {
            return again.prefix().session() == prefix.session() ? again.rest() : null;
        }
        String text = cursor.output(prefix);
        if (text == null) {
            return blankInside(prefix) ? "" : null;
        }
        return rest(CONTINUED, text);
    }

    private static String rest(Pattern prompt, String text) {
        Matcher matcher = prompt.matcher(text);
        return matcher.matches() ? text.substring(matcher.group(1) == null ? text.length() : matcher.start(1)) : text;
    }

    /** A blank line in the middle of a statement, whose next line stands in the same block. */
    private boolean blankInside(BlockPrefix prefix) {
        int line = cursor.at();
        while (forms.blank(line)) {
            line++;
        }
        return line > cursor.at() && !prefix.text().isEmpty() && forms.output(line, prefix) != null;
    }

    /** The data of a COPY: lines at its own prompt, or lines up to {@code \.}. */
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
