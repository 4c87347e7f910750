package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.report.TerminalText;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes the output of programs on to a person's terminal. In lines of text, real names are replaced by the shown ones; when a
 * program positions the cursor, its output is passed on unchanged.
 */
final class ShownOutput extends OutputStream {
    /** Sequences that draw: the alternate screen, cursor positions, scrolling regions, clearing, scrolling down. */
    private static final Pattern DRAWS = Pattern.compile("\u001b(?:\\[(?:\\?(?:1049|1047|47)h|[0-9;]*[Hfr]|[23]J)|M)");

    private static final Pattern CONTROL = Pattern.compile(
            "\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[()][A-Z0-9]|[=>])");
    private static final Pattern BROKEN = Pattern.compile("\u001b(?:\\[[0-?]*)?$");
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
    private static final byte[] NEXT_ROW = {'\r', '\n'};

    private final Writing terminal;
    private final UnaryOperator<String> names;
    private final PseudoTerminal.Listener listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final CursorColumn column = new CursorColumn();
    private int shown;
    private int looked;
    private boolean draws;

    /** The destination of the output. */
    interface Writing {
        /** Writes bytes as they are. */
        void write(byte[] bytes, int from, int length);

        /** A program is about to use the whole screen. */
        void drawing();
    }

    /** @param names replaces the real names in a line by the shown ones */
    ShownOutput(Writing terminal, UnaryOperator<String> names, PseudoTerminal.Listener listener) {
        this.terminal = terminal;
        this.names = names;
        this.listener = listener;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        if (draws) {
            show(bytes, from, length);
            return;
        }
        line.write(bytes, from, length);
        look();
        if (!draws) {
            endLines();
        }
    }

    /** No output has arrived for a while: an unfinished line, which may be a question, is shown. */
    synchronized void idle() {
        boolean still = line.size() == looked;
        looked = line.size();
        if (still
                && line.size() > shown
                && !BROKEN.matcher(text(line.toByteArray())).find()) {
            showRest();
        }
    }

    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            showRest();
            tell(line.toByteArray());
        }
        if (!column.first()) {
            show(NEXT_ROW, 0, NEXT_ROW.length);
        }
    }

    /** Shows all complete lines at once, as there may be many. */
    private void endLines() {
        byte[] bytes = line.toByteArray();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end > 0) {
            line.reset();
            line.write(bytes, 0, end);
            showRest();
            tell(line.toByteArray());
            line.reset();
            line.write(bytes, end, bytes.length - end);
            shown = 0;
            looked = 0;
        }
    }

    private void tell(byte[] lines) {
        String text = new String(lines, StandardCharsets.UTF_8);
        String[] rows = (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1);
        for (String row : rows) {
            for (String written : row.replaceFirst("\\r+$", "").split("\\r", -1)) {
                listener.line(plain(written));
            }
        }
    }

    /** A line as it looks, without escape sequences. */
    static String plain(String row) {
        return TerminalText.shown(CONTROL.matcher(row).replaceAll(""));
    }

    /** Shows the rest of a line whose beginning has been shown, unchanged. */
    private void showRest() {
        byte[] bytes = line.toByteArray();
        if (shown == 0) {
            String written = new String(bytes, StandardCharsets.UTF_8);
            String named =
                    LINE.matcher(written).replaceAll(found -> Matcher.quoteReplacement(names.apply(found.group())));
            byte[] told = named.equals(written) ? bytes : named.getBytes(StandardCharsets.UTF_8);
            show(told, 0, told.length);
        } else {
            show(bytes, shown, bytes.length - shown);
        }
        shown = bytes.length;
    }

    /** Notices that the program has begun to draw. */
    private void look() {
        byte[] bytes = line.toByteArray();
        Matcher drawing = DRAWS.matcher(text(bytes));
        if (drawing.find()) {
            int at = Math.max(drawing.start(), shown);
            line.reset();
            line.write(bytes, 0, at);
            showRest();
            draws = true;
            listener.dialogue();
            terminal.drawing();
            show(bytes, at, bytes.length - at);
            line.reset();
            shown = 0;
        }
    }

    private void show(byte[] bytes, int from, int length) {
        column.written(bytes, from, length);
        terminal.write(bytes, from, length);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
