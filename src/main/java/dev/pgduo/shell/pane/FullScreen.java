package dev.pgduo.shell.pane;

import java.util.regex.Pattern;

/** Programs that draw on the whole screen or read single keys. */
final class FullScreen {
    private static final String NAMES =
            "vim?|view|vimdiff|nvim|nano|pico|emacs|mc|joe|ne|micro|less|more|most|man|top|htop|atop|btop|iotop"
                    + "|pg_activity|pg_top|watch|tmux|screen|ssh|pspg";
    private static final Pattern CALLED = Pattern.compile(
            "(?:^|[|;&({]\\s*|\\b(?:sudo|env|exec|command|then|do|else)\\s+)(?:\\w+=\\S*\\s+)*(?:\\S*/)?(?:" + NAMES
                    + ")(?=\\s|$)");

    private FullScreen() {}

    /** Whether a line calls such a program. */
    static boolean isIn(String line) {
        return line.indexOf('\n') < 0
                && CALLED.matcher(line).find()
                && !line.matches(".*(?:(?<![|&])&\\s*|>\\s*\\S+\\s*)")
                && !line.matches(".*\\btop\\s+(?:-\\S+\\s+)*-\\w*b.*");
    }
}
