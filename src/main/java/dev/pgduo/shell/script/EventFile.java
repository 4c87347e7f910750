package dev.pgduo.shell.script;

import dev.pgduo.lab.Lab;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.EventLines;
import dev.pgduo.replay.event.EventLog;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.Transcript;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file of {@code --events}, written line by line during the play; or no file. Safe for use by several threads. */
public final class EventFile implements Consumer<Event>, AutoCloseable {
    private final String name;
    private final @Nullable BufferedWriter out;
    private @Nullable EventLog log;

    private EventFile(String name, @Nullable BufferedWriter out) {
        this.name = name;
        this.out = out;
    }

    /** The file of this name, emptied; no file for null. */
    public static EventFile of(@Nullable String file) {
        if (file == null) {
            return new EventFile("", null);
        }
        try {
            return new EventFile(file, Files.newBufferedWriter(OutputFile.of(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** A listener that writes the events of a play on this lab, and passes its steps on to another listener. */
    PlayListener listener(PlayListener next, Transcript transcript, Lab lab) {
        if (out == null) {
            return next;
        }
        EventLog made = new EventLog(next, transcript, lab, this);
        log = made;
        return made;
    }

    /** Whether there is a file. */
    public boolean wanted() {
        return out != null;
    }

    /** Writes one event. */
    @Override
    public synchronized void accept(Event event) {
        BufferedWriter file = out;
        if (file == null) {
            return;
        }
        try {
            file.write(EventLines.write(event));
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    /** The play has ended. */
    void finished() {
        EventLog made = log;
        if (made != null) {
            made.finished();
        }
    }

    @Override
    public synchronized void close() {
        BufferedWriter file = out;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw failed(name, e);
            }
        }
    }

    private static LabException failed(String file, IOException e) {
        return new LabException(ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
    }
}
