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
     * @throws LabException with all errors of the file
     */
    public static Transcript read(String file) {
        LabFile lab = LabFile.read(file);
        return lab.transcript().orElseThrow(() -> new LabException(ErrorReport.together(lab.problems())));
    }

    /**
     * Reads a lab file that is about to be played, after asking the person if necessary.
     *
     * @param trust whether the person is not asked
     * @throws LabException with all errors of the file, or when the person does not agree
     */
    public Transcript approved(String verb, String file, boolean trust, LabContext context) {
        Transcript transcript = read(file);
        if (!trust) {
            approval.check(verb, transcript, context);
        }
        return transcript;
    }

    /** The server for the value of {@code --pg}. */
    public ServerBinaries server(@Nullable String wanted) {
        return servers.choose(Optional.ofNullable(wanted));
    }

    /**
     * Plays one lab file from its first step to its last.
     *
     * @param leftover receives the error when the lab could not be removed afterwards; the result of the steps is not changed
     * by it
     * @param context the context of the command that plays
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
     * Plays one lab file from its first step to its last, with a listener.
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
     * Runs work on a temporary lab that is made for this lab file.
     *
     * @param keep whether the lab remains, with its servers running
     * @param context the context of the command that plays
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

    /** The same on a lab with the directory, ports and password of an earlier one, if that is possible. */
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

    /** Runs work on the lab of the command that plays, which is not removed. */
    public <T> T here(Transcript transcript, CurrentLab current, LabContext context, Function<PlayedLab, T> work) {
        Path directory = current.directory();
        current.close();
        try (Lab lab = LabOpening.open(directory);
                PlayedLab played = new PlayedLab(transcript, lab, context)) {
            return work.apply(played);
        }
    }
}
