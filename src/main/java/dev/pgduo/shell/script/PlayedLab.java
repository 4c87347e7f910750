package dev.pgduo.shell.script;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.replay.LabCommands;
import dev.pgduo.replay.TranscriptRun;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.lab.LabBackslash;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.lab.SessionNodes;
import dev.pgduo.shell.lab.WorkingLab;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.screen.LineWriter;
import dev.pgduo.transcript.model.Transcript;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lab on which a lab file is played. A person may type on it as well. */
public final class PlayedLab implements WorkingLab, AutoCloseable {
    private final LabContext caller;
    private final TranscriptRun rehearsal;
    private final SessionNodes sessions = new SessionNodes();
    private volatile Optional<PaneSwitch> prompts = Optional.empty();
    private volatile RecordingListener journal = RecordingListener.NONE;

    /**
     * Prepares to play on this lab.
     *
     * @param lab the lab, which the caller has to close
     * @param caller the context of the command that plays; the lab file's commands use it with this lab
     */
    PlayedLab(Transcript transcript, Lab lab, LabContext caller) {
        this.caller = caller;
        this.rehearsal = new TranscriptRun(transcript, lab, new LabBackslash(this::context));
    }

    public TranscriptRun rehearsal() {
        return rehearsal;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Path directory() {
        return lab().directory();
    }

    @Override
    public LabSessions desk() {
        return rehearsal.desk();
    }

    @Override
    public SessionNodes sessions() {
        return sessions;
    }

    @Override
    public Optional<CurrentLab> own() {
        return Optional.empty();
    }

    /** Runs work during which a person types at these prompts. */
    public void typedAt(PaneSwitch panes, Runnable work) {
        prompts = Optional.of(panes);
        try {
            work.run();
        } finally {
            prompts = Optional.empty();
        }
    }

    /** The listeners for what a person types at its prompts. */
    public RecordingListener journal() {
        return journal;
    }

    /** Adds a listener, for prompts that are made later. */
    public void tell(RecordingListener listener) {
        journal = listener;
    }

    /** The present context for commands. */
    public LabContext context() {
        return new LabContext(this, caller.commands(), caller.audience().at(prompts), caller.out());
    }

    /** The commands for lines of {@code lab>}. */
    public LabCommands commands() {
        return (line, listener) -> {
            List<String> lines = new ArrayList<>();
            PrintWriter out = new PrintWriter(new LineWriter(printed -> {
                String shown = desk().naming().toShown(printed);
                lines.add(shown);
                listener.accept(shown);
            }));
            int code = context().to(out).run(line);
            out.close();
            return new LabCommands.Outcome(lines, code);
        };
    }

    /** Closes the sessions; the lab stays open. */
    @Override
    public void close() {
        rehearsal.close();
    }
}
