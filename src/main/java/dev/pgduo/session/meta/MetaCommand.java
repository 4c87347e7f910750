package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.List;

/** A backslash command. Stateless. */
public interface MetaCommand {
    /** What is done after the command. */
    enum Next {
        /** The rest of the line is read. */
        CONTINUE,
        /** The rest of the line is discarded. */
        FAILED,
        /** The query buffer is sent. */
        SEND,
        /** The query buffer is emptied. */
        RESET,
        /** The query buffer was edited and is scanned again. */
        EDITED,
        /** The session ends. */
        QUIT
    }

    /** How the arguments are skipped where the command is not run, in a branch of {@code \if} that is not taken. */
    enum Arguments {
        WORDS,
        FILE_OR_PIPE,
        LINE
    }

    /** Names without the backslash; psql takes no abbreviations. */
    List<String> names();

    /** Whether this is one more name of the command. */
    default boolean answersTo(String name) {
        return names().contains(name);
    }

    /** A short description. */
    String help();

    /** The kind of its arguments. */
    default Arguments arguments() {
        return Arguments.WORDS;
    }

    /** Whether it is also run in a branch that is not taken, as the commands of {@code \if} blocks. */
    default boolean branches() {
        return false;
    }

    /**
     * Runs the command.
     *
     * @param name the name that was typed
     * @throws IOException when a file, pipe or shell fails; the caller prints psql's message
     */
    Next run(String name, SlashScanner arguments, Psql psql) throws IOException;
}
