package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.Verdict;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Plays a lab file once more, on a lab of its own beside the current one, to see whether it repeats. */
public final class ReRun {
    private final ThrowAwayRun stage;
    private final TrustedLabs trusted;

    public ReRun(ThrowAwayRun stage, TrustedLabs trusted) {
        this.stage = stage;
        this.trusted = trusted;
    }

    /**
     * Empty when every step came as it was recorded; else the words on those that did not. Where only the ports of the author's lab, or widths that come
     * of its paths, differ, those that the lab file has are written first.
     *
     * @param ports what the lab file calls the real ports
     * @param context of the command that wants to know
     * @throws dev.pgduo.report.LabException when the file cannot be played at all
     * @throws CancellationException after an interrupt; what came until then says nothing, and the file stays as it is
     */
    public List<String> differences(
            String file, ServerBinaries server, LabContext context, Map<Integer, Integer> ports) {
        Transcript transcript = ThrowAwayRun.read(file);
        // Whoever recorded it knows what is in it.
        trusted.remember(transcript);
        PlayResult result = stage.play(
                transcript, server, Manner.plain(false), new PlayListener() {}, report -> {}, context.unwatched());
        if (canceled(result)) {
            throw new CancellationException();
        }
        PlayResult left = new OwnLayout(ports).settled(file, result);
        trusted.remember(ThrowAwayRun.read(file));
        LabOutcome outcome = LabOutcome.played(new Target(server).cell(file), left);
        List<String> words = new ArrayList<>();
        if (outcome.failed() > 0) {
            words.addAll(outcome.details());
            words.add(outcome.summary());
        }
        return words;
    }

    private static boolean canceled(PlayResult result) {
        return Thread.currentThread().isInterrupted()
                || result.results().stream().anyMatch(step -> step.verdict() instanceof Verdict.Skipped);
    }
}
