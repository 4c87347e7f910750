package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.lab.BackslashCommands;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.ThrowAwayLab;
import dev.pgduo.replay.LabCommands;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.Rehearsal;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.transcript.Transcript;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays transcripts, each on a lab of its own that goes afterwards. */
public final class Stage {
    private final CurrentLab current;
    private final CommandRunner runner;
    private final BackslashCommands backslash;
    private final ServerChoice servers;

    public Stage(CurrentLab current, CommandRunner runner, BackslashCommands backslash, ServerChoice servers) {
        this.current = current;
        this.runner = runner;
        this.backslash = backslash;
        this.servers = servers;
    }

    /**
     * Reads a transcript.
     *
     * @throws LabException with every problem of the file
     */
    public static Transcript read(String file) {
        LabFile lab = LabFile.read(file);
        return lab.transcript().orElseThrow(() -> new LabException(ErrorReport.together(lab.problems())));
    }

    /** The server that {@code --pg} asks for. */
    public ServerBinaries server(@Nullable String wanted) {
        return servers.choose(Optional.ofNullable(wanted));
    }

    /** Plays one transcript from its first step to its last. */
    PlayResult play(Transcript transcript, ServerBinaries server, boolean keep, PlayListener listener) {
        return made(transcript, server, keep, rehearsal -> {
            PlayResult result = rehearsal.play(commands(), listener);
            if (keep) {
                String directory = rehearsal.desk().lab().directory().toString();
                listener.note("the lab is kept in " + directory + "; \"pgduo --dir " + directory + "\" opens it");
            }
            return result;
        });
    }

    /**
     * Works on a lab that is made for this transcript, and goes afterwards.
     *
     * @param keep whether it stays, with its servers running
     */
    public <T> T made(Transcript transcript, ServerBinaries server, boolean keep, Function<Rehearsal, T> work) {
        try (ThrowAwayLab made = ThrowAwayLab.create(server, keep);
                Rehearsal rehearsal = new Rehearsal(transcript, made.lab(), backslash)) {
            current.borrow(rehearsal.desk());
            return work.apply(rehearsal);
        } finally {
            current.forget();
        }
    }

    /** Works on the current lab, which stays. */
    public <T> T here(Transcript transcript, Function<Rehearsal, T> work) {
        Path directory = current.directory();
        current.close();
        try (Lab lab = Lab.open(directory);
                Rehearsal rehearsal = new Rehearsal(transcript, lab, backslash)) {
            current.borrow(rehearsal.desk());
            return work.apply(rehearsal);
        } finally {
            current.forget();
        }
    }

    /** Runs the lines behind {@code lab> } on the lab that is worked on. */
    public LabCommands commands() {
        return line -> {
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            int code = runner.run(line, out);
            out.flush();
            List<String> lines = text.toString().lines().toList();
            return new LabCommands.Outcome(current.desk().naming().toShown(lines), code);
        };
    }
}
