package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.OsCommand;
import java.util.ArrayList;
import java.util.List;

/** The kinds of quoting in a POSIX shell's line. */
enum ShellQuote {
    NONE {
        @Override
        String fit(String text) {
            return text.equals(OsCommand.quote(text)) ? text : text.replaceAll("([^\\p{L}\\p{N}_@%+=:,./-])", "\\\\$1");
        }
    },
    SINGLE {
        @Override
        String fit(String text) {
            return text.replace("'", "'\\''");
        }
    },
    DOUBLE {
        @Override
        String fit(String text) {
            return text.replaceAll("([\"\\\\$`])", "\\\\$1");
        }
    };

    /** The text as it must be written with this quoting. */
    abstract String fit(String text);

    /** The quoting at this position of a line. */
    static ShellQuote at(String line, int position) {
        return of(line.substring(0, position)).get(position);
    }

    /** The quoting at each position of a line, including its end. */
    static List<ShellQuote> of(String line) {
        List<ShellQuote> states = new ArrayList<>(List.of(NONE));
        ShellQuote state = NONE;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && state != SINGLE) {
                states.add(state);
                i++;
            } else {
                state = state.after(c);
            }
            states.add(state);
        }
        return states;
    }

    private ShellQuote after(char c) {
        if (c == '\'' && this != DOUBLE) {
            return this == SINGLE ? NONE : SINGLE;
        }
        return c == '"' && this != SINGLE ? (this == DOUBLE ? NONE : DOUBLE) : this;
    }
}
