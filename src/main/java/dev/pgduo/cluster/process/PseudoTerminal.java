package dev.pgduo.cluster.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A terminal of the system's that a living shell runs its lines on. While a line runs, a person's own terminal is this one: keys go
 * into it, and what programs write to it is shown.
 */
public interface PseudoTerminal extends AutoCloseable {
    /** The file that a shell opens as its terminal. */
    Path device();

    /** What is written to it. */
    InputStream output();

    /**
     * A line begins: the person's keys and window size are this terminal's until the answer is closed.
     *
     * @param shown what a line of text is called on the person's terminal; what programs draw is not touched
     * @param listener who is told what was shown
     */
    Lent lend(UnaryOperator<String> shown, Listener listener);

    /** A line of text that came while none was run: something in the background has written it. */
    void late(String text);

    /** A person's terminal, while a line runs. */
    interface Lent extends AutoCloseable {
        /** What is written there is shown; closed at the line's end. */
        OutputStream screen();

        /** The person has the terminal again. Once only. */
        @Override
        void close();
    }

    /** Who hears of what is shown while a line runs. */
    interface Listener {
        /** Whether the line is known to draw on all of the screen, so that it has all of its rows from the beginning. */
        boolean draws();

        /** A line of text, as the program wrote it, without colours. */
        void line(String text);

        /** The person has talked to a program, or it has drawn on the screen: the line does not do the same without a person. */
        void dialogue();

        /** These keys were pressed and no program has read them; the terminal may have shown them. */
        void unread(String keys);
    }

    @Override
    void close();
}
