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

/** The lab that a lab file is played on. A person may type on it meanwhile. */
public final class PlayedLab implements WorkingLab, AutoCloseable {
    private final LabContext caller;
    private final TranscriptRun rehearsal;
    private final SessionNodes sessions = new SessionNodes();
    private volatile Optional<PaneSwitch> prompts = Optional.empty();
    private volatile RecordingListener journal = RecordingListener.NONE;

    /**
     * Prepares to play on this lab.
     *
     * @param lab which stays its caller's
     * @param caller of the command that plays: what the lab file's commands run with, but on this lab
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

    /** Until the work has ended, a person types at these prompts. */
    public void typedAt(PaneSwitch panes, Runnable work) {
        prompts = Optional.of(panes);
        try {
            work.run();
        } finally {
            prompts = Optional.empty();
        }
    }

    /** Whoever is told what a person types at its prompts. */
    public RecordingListener journal() {
        return journal;
    }

    /** Tells this one from now on; for prompts that are made after it. */
    public void tell(RecordingListener listener) {
        journal = listener;
    }

    /** What commands are given now. */
    public LabContext context() {
        return new LabContext(this, caller.commands(), caller.audience().at(prompts), caller.out());
    }

    /** Runs the lines behind {@code lab> }. */
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

    /** Closes the sessions; the lab stays as it is. */
    @Override
    public void close() {
        rehearsal.close();
    }
}
