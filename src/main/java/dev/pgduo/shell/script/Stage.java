package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.lab.BackslashCommands;
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
import java.util.List;
import java.util.Optional;
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
    static Transcript read(String file) {
        LabFile lab = LabFile.read(file);
        return lab.transcript().orElseThrow(() -> new LabException(ErrorReport.together(lab.problems())));
    }

    /** The server that {@code --pg} asks for. */
    ServerBinaries server(@Nullable String wanted) {
        return servers.choose(Optional.ofNullable(wanted));
    }

    /** Plays one transcript from its first step to its last. */
    PlayResult play(Transcript transcript, ServerBinaries server, boolean keep, PlayListener listener) {
        try (ThrowAwayLab made = ThrowAwayLab.create(server, keep);
                Rehearsal rehearsal = new Rehearsal(transcript, made.lab(), backslash)) {
            current.borrow(rehearsal.desk());
            PlayResult result = rehearsal.play(commands(), listener);
            if (keep) {
                String directory = made.lab().directory().toString();
                listener.note("the lab is kept in " + directory + "; \"pgduo --dir " + directory + "\" opens it");
            }
            return result;
        } finally {
            current.forget();
        }
    }

    private LabCommands commands() {
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
