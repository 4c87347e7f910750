package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Plays a transcript once more, on a lab of its own beside the current one, to see whether it repeats. */
public final class ReRun {
    private final ThrowAwayRun stage;
    private final TrustedLabs trusted;

    public ReRun(ThrowAwayRun stage, TrustedLabs trusted) {
        this.stage = stage;
        this.trusted = trusted;
    }

    /**
     * Empty when every step came as it was recorded; else the words on those that did not.
     *
     * @param context of the command that wants to know
     * @throws dev.pgduo.report.LabException when the file cannot be played at all
     */
    public List<String> differences(String file, ServerBinaries server, LabContext context) {
        Transcript transcript = ThrowAwayRun.read(file);
        // Whoever recorded it knows what is in it.
        trusted.remember(transcript);
        PlayResult result = stage.play(
                transcript, server, Manner.plain(false), new PlayListener() {}, report -> {}, context.unwatched());
        LabOutcome outcome = LabOutcome.played(new Target(server).cell(file), result);
        List<String> words = new ArrayList<>();
        if (outcome.failed() > 0) {
            words.addAll(outcome.details());
            words.add(outcome.summary());
        }
        return words;
    }
}
