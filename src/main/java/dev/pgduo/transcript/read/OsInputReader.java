package dev.pgduo.transcript.read;

import dev.pgduo.scan.ShellInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the input at one OS prompt with all its lines: those with the shell's continuation prompt, and those without it where
 * the shell would wait for more.
 */
final class OsInputReader {
    private static final Pattern CONTINUED = Pattern.compile(">(?: (.*))?", Pattern.DOTALL);

    private final Cursor cursor;
    private final LineForms forms;

    OsInputReader(Cursor cursor) {
        this.cursor = cursor;
        this.forms = cursor.forms();
    }

    /** The command after this prompt at the cursor; the cursor is then after the command. */
    String read(String prompt) {
        String first = forms.text(cursor.next()).substring(prompt.length()).strip();
        ShellInput input = new ShellInput();
        input.feed(first);
        StringBuilder command = new StringBuilder(first);
        boolean prompted = cursor.at() <= forms.count()
                && CONTINUED.matcher(forms.text(cursor.at())).matches();
        int end = input.complete() ? cursor.at() : prompted ? endOfPrompted(input) : endOfBare(input);
        while (cursor.at() < end) {
            command.append('\n').append(row(cursor.at(), prompted));
            cursor.next();
        }
        return command.toString();
    }

    private String row(int line, boolean prompted) {
        Matcher matcher = CONTINUED.matcher(forms.text(line));
        if (!prompted || !matcher.matches()) {
            return forms.text(line);
        }
        String rest = matcher.group(1);
        return rest == null ? "" : rest;
    }

    private int endOfPrompted(ShellInput input) {
        int line = cursor.at();
        while (line <= forms.count()
                && !input.complete()
                && CONTINUED.matcher(forms.text(line)).matches()) {
            input.feed(row(line++, true));
        }
        return line;
    }

    /** The end of lines without prompts that complete the command; where they do not complete it, they do not belong to it. */
    private int endOfBare(ShellInput input) {
        int line = cursor.at();
        while (line <= forms.count() && !input.complete()) {
            boolean mayBlank = forms.blank(line) && input.inDocument();
            if (!mayBlank && (forms.blank(line) || forms.special(line))) {
                return cursor.at();
            }
            input.feed(forms.text(line++));
        }
        return input.complete() ? line : cursor.at();
    }
}
