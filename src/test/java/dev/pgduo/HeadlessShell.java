package dev.pgduo;

import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.Streams;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.prompt.Pane;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;

/** The whole shell without a terminal: lines are run as they are at the prompt, and what they print is caught. For one thread. */
public final class HeadlessShell implements AutoCloseable {
    private final Composition rooms;
    private final StringWriter shown = new StringWriter();

    private HeadlessShell(Composition rooms) {
        this.rooms = rooms;
        rooms.outlets().sink().to(shown::write);
    }

    /**
     * A shell that works on the lab in this directory.
     *
     * @param state where it keeps what it remembers
     */
    public static HeadlessShell open(Path directory, Path state) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Streams streams = new Streams(Reader.nullReader(), nowhere, nowhere, false);
        return new HeadlessShell(new Composition(directory, streams, new StateFiles(state), Composition.Manner.USUAL));
    }

    /**
     * What came of a line.
     *
     * @param code its exit code
     * @param text what it printed
     */
    public record Typed(int code, String text) {
        public boolean failed() {
            return code != 0;
        }
    }

    /** Runs a line in the pane in front. */
    public Typed type(String line) {
        shown.getBuffer().setLength(0);
        Pane.Outcome outcome = rooms.router().run(line, false);
        return new Typed(outcome.code(), shown.toString());
    }

    /** The lab that the lines work on. */
    public CurrentLab current() {
        return rooms.lab();
    }

    /** Lets go of the lab; its servers go on. */
    @Override
    public void close() {
        rooms.close();
    }
}
