package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.replay.PlayHost;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayedOutputs;
import dev.pgduo.replay.mutation.Mutant;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.Streams;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.script.Approval;
import dev.pgduo.shell.script.ThrowAwayRun;
import dev.pgduo.shell.script.TrustedLabs;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each lab is played once; then small mistakes are planted in what it expects, one at a time, and must be found: each fourth that there
 * is, or each with {@code -Dpgduo.mutation.each=1}.
 */
class MutationIT {
    /** Values that differ from run to run: a mistake in one of them is no mistake. */
    private static final Set<String> EXCUSES = Set.of(
            "pid",
            "xid",
            "lsn",
            "timeline",
            "walfile",
            "timestamp",
            "duration",
            "sysid",
            "port",
            "path",
            "size",
            "count",
            "dots",
            "adapted",
            "unordered",
            "pattern");

    private static final int EACH = Integer.getInteger("pgduo.mutation.each", 4);

    @TempDir
    Path directory;

    private final TreeMap<String, Integer> excused = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();
    private int made;
    private int planted;
    private int uncompared;

    @Test
    void plantedMistakesAreFound() throws IOException {
        ServerBinaries server = ServerChoice.installed().choose(Optional.empty());
        for (Path lab : LabsIT.labs()) {
            Transcript transcript = ThrowAwayRun.read(lab.toString());
            judge(transcript, outputs(transcript, server));
        }
        int excuses = excused.values().stream().mapToInt(Integer::intValue).sum();
        String figures = planted + " planted, " + (planted - excuses - missed.size()) + " found (" + uncompared
                + " as steps that are not compared any more), excused " + excused + "\n" + String.join("\n", missed);
        assertThat(planted).isGreaterThanOrEqualTo(300);
        assertThat(missed).as(figures).isEmpty();
        assertThat(100 * excuses).as(figures).isLessThanOrEqualTo(planted);
        System.getLogger("mutation").log(System.Logger.Level.INFO, figures);
    }

    private PlayedOutputs outputs(Transcript transcript, ServerBinaries server) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Streams streams = new Streams(new StringReader(""), nowhere, nowhere, false);
        StateFiles files = new StateFiles(directory);
        Composition rooms = new Composition(directory.resolve("lab"), streams, files, Composition.Manner.USUAL);
        LabContext context = rooms.context(nowhere).unwatched();
        try {
            ThrowAwayRun run = new ThrowAwayRun(ServerChoice.installed(), new Approval(new TrustedLabs(files)));
            return run.made(
                    transcript,
                    server,
                    false,
                    context,
                    played -> PlayedOutputs.of(
                            played.rehearsal().play(new PlayHost(played.commands(), new PlayListener() {})),
                            played.lab()));
        } finally {
            rooms.close();
        }
    }

    private void judge(Transcript transcript, PlayedOutputs outputs) {
        String lab = transcript.text().source();
        PlayedOutputs.Judgement whole = outputs.judge(transcript).orElseThrow();
        whole.line().ifPresent(line -> missed.add(lab + ":" + line + ": wrong without a mistake"));
        for (Mutant mutant : Mutant.of(transcript, outputs.environment())) {
            if (made++ % EACH != 0) {
                continue;
            }
            ParseResult read = TranscriptReader.read(mutant.text(), lab);
            planted++;
            judged(outputs, read)
                    .filter(PlayedOutputs.Judgement::passed)
                    .ifPresent(passed -> note(lab, mutant, passed, whole));
        }
    }

    /** Empty where the file itself is wrong. */
    private static Optional<PlayedOutputs.Judgement> judged(PlayedOutputs outputs, ParseResult read) {
        try {
            return read.reports().isEmpty() ? outputs.judge(read.orThrow()) : Optional.empty();
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    private void note(String lab, Mutant mutant, PlayedOutputs.Judgement passed, PlayedOutputs.Judgement whole) {
        Set<String> classes = passed.excuses(whole);
        if (classes.contains("not-compared")) {
            uncompared++;
        } else if (!classes.isEmpty() && EXCUSES.containsAll(classes)) {
            excused.merge(String.join(" ", classes), 1, Integer::sum);
        } else {
            missed.add(lab + ":" + mutant.line() + ": " + mutant.kind() + ": " + mutant.planted());
        }
    }
}
