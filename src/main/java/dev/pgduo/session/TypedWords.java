package dev.pgduo.session;

import dev.pgduo.session.help.SlashHelp;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;

/** The words help, quit and exit, which a person may type without a backslash. */
final class TypedWords {
    private static final String QUIT = "(?i)(quit|exit)\\s*;?\\s*";

    private TypedWords() {}

    /** Whether the line was such a word and has been handled; within a statement only a hint is printed. */
    static boolean taken(String text, Frame frame, Psql psql) {
        if (text.matches("(?i)help\\s*;?\\s*")) {
            return help(frame, psql);
        }
        boolean plain = "=-^(".indexOf(frame.scanner().mark()) >= 0;
        if (text.matches(QUIT)) {
            if (frame.buffer().isEmpty()) {
                return true;
            }
            psql.output().out(plain ? "Use \\q to quit.\n" : "Use control-D to quit.\n");
        } else if (text.startsWith("\\q") && !frame.buffer().isEmpty() && !plain) {
            psql.output().out("Use control-D to quit.\n");
        }
        return false;
    }

    /** Whether the line ends the session. */
    static boolean leaves(String text, Frame frame) {
        return frame.buffer().isEmpty() && text.matches(QUIT);
    }

    private static boolean help(Frame frame, Psql psql) {
        if (!frame.buffer().isEmpty()) {
            psql.output().out("Use \\? for help or press control-C to clear the input buffer.\n");
            return false;
        }
        psql.output().out(SlashHelp.TYPED);
        return true;
    }
}
