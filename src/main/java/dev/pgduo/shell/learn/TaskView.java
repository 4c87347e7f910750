package dev.pgduo.shell.learn;

import dev.pgduo.report.LineBreaks;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The task as it is shown above the status bar. Thread-safe. */
final class TaskView {
    private static final int MOST_LINES = 2;
    private static final String CUT = "...";

    private final String name;
    private final String text;
    private final boolean coloured;
    private volatile String state = "";

    /**
     * A task that is not done yet.
     *
     * @param name such as {@code task 1/4}
     * @param text the text of the task
     */
    TaskView(String name, String text, boolean coloured) {
        this.name = name;
        this.text = text;
        this.coloured = coloured;
    }

    /** Sets the task's state in a few words. */
    void becomes(String words) {
        state = words;
    }

    /** The lines, at most this wide. */
    List<AttributedString> lines(int width) {
        String whole = name + (state.isEmpty() ? ": " + text : " " + state);
        List<String> pieces = new ArrayList<>(LineBreaks.of(whole, Math.max(CUT.length(), width - 1)));
        if (pieces.size() > MOST_LINES) {
            String last = pieces.get(MOST_LINES - 1);
            String room = last.substring(0, Math.min(last.length(), width - 1 - CUT.length()));
            pieces = new ArrayList<>(List.of(pieces.get(0), room + CUT));
        }
        AttributedStyle style = !coloured
                ? AttributedStyle.DEFAULT
                : state.isEmpty() ? AttributedStyle.BOLD : AttributedStyle.BOLD.foreground(AttributedStyle.GREEN);
        return pieces.stream().map(piece -> new AttributedString(piece, style)).toList();
    }
}
