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

/** Plays a recorded lab file on a temporary lab, to check that it gives the same output again. */
public final class ReRun {
    private final ThrowAwayRun stage;
    private final TrustedLabs trusted;

    public ReRun(ThrowAwayRun stage, TrustedLabs trusted) {
        this.stage = stage;
        this.trusted = trusted;
    }

    /**
     * The differences from the recorded output; empty when there are none. Outputs that differ only in the author's ports or in
     * widths that come from the author's paths are corrected in the file before.
     *
     * @param ports the lab file's ports for the real ones
     * @param context the context of the command
     * @throws dev.pgduo.report.LabException when the file cannot be played
     * @throws CancellationException after an interrupt; the file is not changed then
     */
    public List<String> differences(
            String file, ServerBinaries server, LabContext context, Map<Integer, Integer> ports) {
        Transcript transcript = ThrowAwayRun.read(file);
        // Whoever has recorded the lab knows its content.
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
