package dev.pgduo.cluster.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A pseudo-terminal of the operating system on which a {@link LivingShell} runs its lines. While a line runs, it is connected
 * with the person's terminal: keys are passed to it, and programs' output is shown.
 */
public interface PseudoTerminal extends AutoCloseable {
    /** The device file that a shell opens as its terminal. */
    Path device();

    /** The output of programs on it. */
    InputStream output();

    /**
     * A line begins: until the result is closed, the person's keys and window size are passed to this terminal.
     *
     * @param shown converts a line of text for the person's terminal; output that draws is not changed
     * @param listener hears what was shown
     */
    Lent lend(UnaryOperator<String> shown, Listener listener);

    /** A line of text that a background process has printed while no line was run. */
    void late(String text);

    /** The connection with a person's terminal while a line runs. */
    interface Lent extends AutoCloseable {
        /** Text written to this stream is shown; it is closed at the line's end. */
        OutputStream screen();

        /** Gives the terminal back to the person. Called only once. */
        @Override
        void close();
    }

    /** Hears of what is shown while a line runs. */
    interface Listener {
        /** Whether the line is known to draw on the whole screen, so that it gets all rows from the beginning. */
        boolean draws();

        /** A line of text without colours, as the program has written it. */
        void line(String text);

        /**
         * The person has typed to a program, or it has drawn on the screen, so that the line cannot be repeated without a
         * person.
         */
        void dialogue();

        /** Keys were pressed that no program has read; the terminal may have echoed them. */
        void unread(String keys);
    }

    @Override
    void close();
}
