package dev.pgduo.replay.drift;

import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.transcript.write.Rewrite;
import dev.pgduo.version.ServerVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The outputs of one step on all servers, reduced to as few variants as the comparison allows. Outputs that differ only in
 * volatile values are one variant; an output that matches an existing branch uses that branch.
 */
final class StepVariants {
    private final TranscriptUpdate manner;
    private final List<OutputVariant> variants = new ArrayList<>();
    private final NavigableMap<ServerVersion, Integer> byServer = new TreeMap<>();
    private boolean changed;

    StepVariants(TranscriptUpdate manner) {
        this.manner = manner;
    }

    /** @param results the step's result on each server to which it applies */
    static StepVariants of(Map<ServerVersion, StepResult> results, TranscriptUpdate manner) {
        StepVariants all = new StepVariants(manner);
        Map<ServerVersion, StepResult> wrong = new TreeMap<>(Comparator.reverseOrder());
        results.forEach((server, step) -> {
            if (all.manner.rewritten(step).isPresent()) {
                wrong.put(server, step);
            } else {
                all.put(server, OutputVariant.current(step.step().expected()));
            }
        });
        // Of outputs that match each other, the newest server's is written.
        wrong.forEach(all::join);
        all.changed = !wrong.isEmpty();
        return all;
    }

    private void put(ServerVersion server, OutputVariant variant) {
        int known = variants.indexOf(variant);
        if (known < 0) {
            variants.add(variant);
        }
        byServer.put(server, known < 0 ? variants.size() - 1 : known);
    }

    private void join(ServerVersion server, StepResult step) {
        List<? extends Rewrite.NewLine> lines = manner.rewritten(step).orElseThrow();
        Optional<OutputVariant> fitting = variants.stream()
                .filter(variant -> !variant.lines().isEmpty()
                        && variant.accepts(step.actual(), step.verdict().rules()))
                .findFirst();
        put(server, fitting.orElseGet(() -> OutputVariant.written(lines)));
    }

    /** Whether anything has to be written. */
    boolean changed() {
        return changed;
    }

    /** Sets the variant of a server that did not play. */
    void add(ServerVersion server, OutputVariant variant) {
        put(server, variant);
    }

    /** The variant of a server. */
    OutputVariant of(ServerVersion server) {
        return variants.get(Objects.requireNonNull(byServer.get(server), "the server played"));
    }

    List<OutputVariant> variants() {
        return List.copyOf(variants);
    }

    /** The index of each server's variant, the oldest server first. */
    NavigableMap<ServerVersion, Integer> byServer() {
        return byServer;
    }
}
