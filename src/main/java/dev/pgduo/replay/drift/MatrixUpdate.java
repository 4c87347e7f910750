package dev.pgduo.replay.drift;

import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.transcript.model.Condition;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Expected;
import dev.pgduo.transcript.model.ExpectedBlock;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.write.Rewrite;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes what several servers printed into the lab file that they played. What only some of them printed goes into branches of
 * {@code %if pg …}; everything else stays byte for byte. A step is only changed when the result passes verification.
 */
public final class MatrixUpdate {
    private final Transcript transcript;
    private final List<Played> played;
    private final TranscriptUpdate manner;
    private final List<Integer> left = new ArrayList<>();

    /**
     * An update of one lab file.
     *
     * @param played the plays on at least one server, each of another version
     */
    public MatrixUpdate(List<Played> played, TranscriptUpdate manner) {
        this.transcript = played.get(0).result().transcript();
        this.played = List.copyOf(played);
        this.manner = manner;
    }

    /** The new text of the lab file. */
    public String text() {
        List<Block> blocks = new ArrayList<>();
        left.clear();
        for (Block block : changed()) {
            List<Block> more = new ArrayList<>(blocks);
            more.add(block);
            if (verifies(more)) {
                blocks = more;
            } else {
                left.add(block.step.span().first());
            }
        }
        return rewritten(blocks);
    }

    /** The lines of steps with differences that could not be written, known after {@link #text}. */
    public List<Integer> left() {
        return List.copyOf(left);
    }

    /** New lines for a step's whole block, including branches, and the directive above it. */
    private record Block(Step step, List<String> lines, Optional<Directive.ExpectError> announcement) {
        void write(Rewrite rewrite) {
            rewrite.replace(step, lines);
            announcement.ifPresent(error -> rewrite.above(step, error.written()));
        }
    }

    private String rewritten(List<Block> blocks) {
        Rewrite rewrite = new Rewrite(transcript);
        blocks.forEach(block -> block.write(rewrite));
        return rewrite.text();
    }

    private boolean verifies(List<Block> blocks) {
        UpdateCheck check = new UpdateCheck(rewritten(blocks), manner);
        return played.stream().allMatch(check::holds);
    }

    private List<Block> changed() {
        Map<Integer, Map<ServerVersion, StepResult>> steps = new TreeMap<>();
        for (Played one : played) {
            for (StepResult step : one.result().results()) {
                steps.computeIfAbsent(step.step().step().span().first(), line -> new TreeMap<>())
                        .put(one.server(), step);
            }
        }
        List<Block> blocks = new ArrayList<>();
        steps.values().forEach(results -> block(results).ifPresent(blocks::add));
        return blocks;
    }

    private Optional<Block> block(Map<ServerVersion, StepResult> results) {
        StepVariants variants = StepVariants.of(results, manner);
        if (!variants.changed()) {
            return Optional.empty();
        }
        Step step = results.values().iterator().next().step().step();
        ExpectedBlock old = step.expected();
        if (!old.conditions().stream().allMatch(Condition::ofVersion)) {
            left.add(step.span().first());
            return Optional.empty();
        }
        if (old.conditional()) {
            others(results, old, variants);
        }
        Rewrite writer = new Rewrite(transcript);
        List<List<String>> lines = variants.variants().stream()
                .map(variant -> writer.written(old.prefix(), variant.lines()))
                .toList();
        boolean shared = !(step instanceof Step.LateOutput);
        return Optional.of(new Block(
                step, new BranchText(lines, variants.byServer()).lines(shared), announcement(results.values())));
    }

    /** The error directive for steps that ended in an error on all servers. */
    private Optional<Directive.ExpectError> announcement(Collection<StepResult> results) {
        Set<Optional<Directive.ExpectError>> errors =
                results.stream().map(manner::announcement).collect(Collectors.toSet());
        return errors.size() == 1 ? errors.iterator().next() : Optional.empty();
    }

    /** Assigns variants to servers that did not play: that of the nearest server with the same branch, else the present one. */
    private void others(Map<ServerVersion, StepResult> results, ExpectedBlock old, StepVariants variants) {
        for (ServerVersion major : newest().majorsUpToThis()) {
            boolean tested = results.keySet().stream()
                    .anyMatch(server -> server.withoutMinor().equals(major));
            if (!tested && applies(major)) {
                Expected here = old.resolve(environment(major));
                OutputVariant variant = results.entrySet().stream()
                        .filter(entry ->
                                entry.getValue().step().expected().lines().equals(here.lines()))
                        .map(Map.Entry::getKey)
                        .min(Comparator.comparingInt(server -> distance(server, major)))
                        .map(variants::of)
                        .orElseGet(() -> OutputVariant.current(here));
                variants.add(major, variant);
            }
        }
    }

    /** The newest version to consider; conditions for newer majors apply as for this one. */
    private ServerVersion newest() {
        int known = DownloadedServers.newest().major();
        return ServerVersion.ofMajor(
                played.stream().mapToInt(one -> one.server().major()).reduce(known, Math::max));
    }

    private boolean applies(ServerVersion major) {
        VersionSet majors = transcript.header().postgres();
        return majors == null || majors.contains(major);
    }

    private Environment environment(ServerVersion server) {
        Environment one = played.get(0).environment();
        return new Environment(server, one.os(), one.tools());
    }

    private static int distance(ServerVersion one, ServerVersion other) {
        return Math.abs(one.major() - other.major());
    }
}
