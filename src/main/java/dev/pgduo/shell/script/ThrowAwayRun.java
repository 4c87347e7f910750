package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.course.verify.TaskedPlay;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabOpening;
import dev.pgduo.lab.ThrowAwayLab;
import dev.pgduo.lab.place.LabHome;
import dev.pgduo.replay.PlayHost;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.Verdict;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.model.Transcript;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays lab files, each on a temporary lab. */
public final class ThrowAwayRun {
    private final ServerChoice servers;
    private final Approval approval;

    public ThrowAwayRun(ServerChoice servers, Approval approval) {
        this.servers = servers;
        this.approval = approval;
    }

    /**
     * Reads a lab file.
     *
     * @throws LabException with every problem of the file
     */
    public static Transcript read(String file) {
        LabFile lab = LabFile.read(file);
        return lab.transcript().orElseThrow(() -> new LabException(ErrorReport.together(lab.problems())));
    }

    /**
     * Reads a lab file that is about to be played.
     *
     * @param trust whether nobody is asked
     * @throws LabException with every problem of the file, or when the person at the terminal does not want it to be played
     */
    public Transcript approved(String verb, String file, boolean trust, LabContext context) {
        Transcript transcript = read(file);
        if (!trust) {
            approval.check(verb, transcript, context);
        }
        return transcript;
    }

    /** The server that {@code --pg} asks for. */
    public ServerBinaries server(@Nullable String wanted) {
        return servers.choose(Optional.ofNullable(wanted));
    }

    /**
     * Plays one lab file from its first step to its last.
     *
     * @param leftover is told when the lab could not be removed afterwards, which does not change what became of the steps
     * @param context of the command that plays
     */
    PlayResult play(
            Transcript transcript,
            ServerBinaries server,
            Manner manner,
            PlayListener listener,
            Consumer<ErrorReport> leftover,
            LabContext context) {
        return play(transcript, server, manner, lab -> listener, leftover, context);
    }

    /**
     * The same.
     *
     * @param listener makes the listener for the lab
     */
    PlayResult play(
            Transcript transcript,
            ServerBinaries server,
            Manner manner,
            Function<Lab, PlayListener> listener,
            Consumer<ErrorReport> leftover,
            LabContext context) {
        boolean keep = manner.keep();
        return Cleanup.last(
                () -> ThrowAwayLab.create(server, keep),
                made -> Cleanup.last(
                        () -> new PlayedLab(transcript, made.lab(), context),
                        played -> play(transcript, played, manner, listener.apply(made.lab())),
                        leftover),
                leftover);
    }

    private static PlayResult play(Transcript transcript, PlayedLab played, Manner manner, PlayListener listener) {
        boolean keep = manner.keep();
        PlayHost host = new PlayHost(played.commands(), listener, manner.options());
        PlayResult result = manner.tasks()
                ? TaskedPlay.play(transcript, played.rehearsal(), host)
                : played.rehearsal().play(host);
        canceledAt(result)
                .ifPresent(line -> listener.note("canceled before line " + line + "; the rest is not run"
                        + (keep ? "" : ", the lab is removed")));
        if (keep) {
            String directory = played.directory().toString();
            listener.note("the lab is kept in " + directory + "; \"pgduo --dir " + directory + "\" opens it");
        }
        return result;
    }

    private static OptionalInt canceledAt(PlayResult result) {
        return result.results().stream()
                .filter(step -> step.verdict() instanceof Verdict.Skipped)
                .mapToInt(step -> step.step().step().span().first())
                .findFirst();
    }

    /**
     * Works on a lab that is made for this lab file, and goes afterwards.
     *
     * @param keep whether it stays, with its servers running
     * @param context of the command that plays
     */
    public <T> T made(
            Transcript transcript,
            ServerBinaries server,
            boolean keep,
            LabContext context,
            Function<PlayedLab, T> work) {
        try (ThrowAwayLab made = ThrowAwayLab.create(server, keep);
                PlayedLab played = new PlayedLab(transcript, made.lab(), context)) {
            return work.apply(played);
        }
    }

    /** The same on one that goes, where an earlier one was if that can be had. */
    public <T> T madeAgain(
            Transcript transcript,
            ServerBinaries server,
            Optional<LabHome> home,
            LabContext context,
            Function<PlayedLab, T> work) {
        if (home.isEmpty()) {
            return made(transcript, server, false, context, work);
        }
        try (ThrowAwayLab made = ThrowAwayLab.createAgain(server, home.get());
                PlayedLab played = new PlayedLab(transcript, made.lab(), context)) {
            return work.apply(played);
        }
    }

    /** Works on the lab of the command that plays, which stays. */
    public <T> T here(Transcript transcript, CurrentLab current, LabContext context, Function<PlayedLab, T> work) {
        Path directory = current.directory();
        current.close();
        try (Lab lab = LabOpening.open(directory);
                PlayedLab played = new PlayedLab(transcript, lab, context)) {
            return work.apply(played);
        }
    }
}
