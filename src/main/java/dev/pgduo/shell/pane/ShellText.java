package dev.pgduo.shell.pane;

import java.util.ArrayList;
import java.util.List;

/** Typed lines of a shell: whether a quote or a backslash makes the next line belong to this one. */
final class ShellText {
    private ShellText() {}

    /** Whether a shell would run it. */
    static boolean complete(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'') {
                if (i + 1 == text.length()) {
                    return false;
                }
                i++;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '#' && quote == 0 && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            }
        }
        return quote == 0;
    }

    /** The text cut into lines that a shell would run one by one. */
    static List<String> cut(String text) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            command.append(command.isEmpty() ? "" : "\n").append(line);
            if (complete(command.toString())) {
                commands.add(command.toString());
                command.setLength(0);
            }
        }
        if (!command.isEmpty()) {
            commands.add(command.toString());
        }
        return commands;
    }
}
