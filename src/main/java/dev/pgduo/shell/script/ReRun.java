package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.shell.Backstage;
import dev.pgduo.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Plays a transcript once more, on a lab of its own beside the current one, to see whether it repeats. */
public final class ReRun {
    private final Stages stages;

    public ReRun(Stages stages) {
        this.stages = stages;
    }

    /**
     * Empty when every step came as it was recorded; else the words on those that did not.
     *
     * @throws dev.pgduo.report.LabException when the file cannot be played at all
     */
    public List<String> differences(String file, ServerBinaries server) {
        Transcript transcript = Stage.read(file);
        try (Backstage rooms = stages.backstages().get()) {
            PlayResult result = rooms.bean(Stage.class).play(transcript, server, false, new PlayListener() {});
            VerifyReport report = new VerifyReport(file, server.version().toString(), result);
            List<String> words = new ArrayList<>();
            if (result.failed() > 0) {
                words.addAll(report.details());
                words.add(report.summary());
            }
            return words;
        }
    }
}
