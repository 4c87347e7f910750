package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.List;

/** A backslash command. Stateless. */
public interface MetaCommand {
    /** What happens after the command. */
    enum Next {
        /** The rest of the line is read on. */
        CONTINUE,
        /** The rest of the line is thrown away. */
        FAILED,
        /** The query buffer is sent. */
        SEND,
        /** The query buffer is emptied. */
        RESET,
        /** The query buffer was edited and is read again. */
        EDITED,
        /** The session ends. */
        QUIT
    }

    /** How the arguments are read over where the command does not run, in a branch of {@code \if} that is not taken. */
    enum Arguments {
        WORDS,
        FILE_OR_PIPE,
        LINE
    }

    /** Names without the backslash; psql takes no abbreviations. */
    List<String> names();

    /** Whether the command goes by this name too. */
    default boolean answersTo(String name) {
        return names().contains(name);
    }

    /** What it does, in half a line. */
    String help();

    /** The shape of the arguments. */
    default Arguments arguments() {
        return Arguments.WORDS;
    }

    /** Whether it also runs in a branch that is not taken: the commands that make the branches. */
    default boolean branches() {
        return false;
    }

    /**
     * Runs it.
     *
     * @param name the one of the names that was typed
     * @throws IOException when a file, pipe or shell does not work; told as psql does
     */
    Next run(String name, SlashScanner arguments, Psql psql) throws IOException;
}
