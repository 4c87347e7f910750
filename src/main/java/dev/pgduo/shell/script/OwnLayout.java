package dev.pgduo.shell.script;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.replay.Verdict;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.write.Rewrite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Corrects the outputs in a recorded lab file where they have the author's ports, or table widths that come from the author's
 * paths.
 *
 * @param ports the lab file's ports for the real ones
 */
record OwnLayout(Map<Integer, Integer> ports) {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{2,5}(?![\\w.])");

    OwnLayout {
        ports = Map.copyOf(ports);
    }

    /** Rewrites such outputs in the file; returns the result without differences of this kind. */
    PlayResult settled(String file, PlayResult result) {
        Rewrite rewrite = new Rewrite(result.transcript());
        TranscriptUpdate update = new TranscriptUpdate(true, false);
        List<StepResult> steps = new ArrayList<>();
        boolean any = false;
        for (StepResult step : result.results()) {
            boolean settled = step.verdict() instanceof Verdict.Differs differs && !differs.error() && same(step);
            if (settled) {
                update.rewritten(step)
                        .ifPresent(lines -> rewrite.replace(step.step().expected(), lines));
            }
            any = any || settled;
            steps.add(
                    settled ? new StepResult(step.step(), step.actual(), new Verdict.Matched(), step.elapsed()) : step);
        }
        if (any) {
            write(file, rewrite.text());
        }
        return new PlayResult(
                result.transcript(), result.resolution(), steps, result.usage(), result.elapsed(), result.tasks());
    }

    private boolean same(StepResult step) {
        List<String> recorded = step.step().expected().lines().stream()
                .filter(ExpectedLine.Exact.class::isInstance)
                .map(line -> plain(line.written()))
                .toList();
        List<String> came = step.actual().stream().map(OwnLayout::squeezed).toList();
        return recorded.equals(came);
    }

    private String plain(String line) {
        return squeezed(NUMBER.matcher(line).replaceAll(number -> shown(number.group())));
    }

    private String shown(String number) {
        Integer port = ports.get(Integer.valueOf(number));
        return port == null ? number : port.toString();
    }

    /** The line without blanks and lines that depend on widths. */
    private static String squeezed(String line) {
        return line.strip().replaceAll("-{3,}", "-").replaceAll(" +", " ");
    }

    private static void write(String file, String text) {
        try {
            AtomicFile.write(Path.of(file), text);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }
}
