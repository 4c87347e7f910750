package dev.pgduo.replay.result;

import dev.pgduo.replay.shard.Plan;
import dev.pgduo.replay.shard.Shard;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Merges the results of all shards of one plan. */
public final class Merge {
    private static final int NAMED = 10;

    private Merge() {}

    /**
     * The result of the whole plan.
     *
     * @param results by the files from which they were read, at least one
     * @throws LabException when a shard or a lab is missing or is there twice, or the shards belong to different plans
     */
    public static VerifyResult of(Map<String, VerifyResult> results) {
        String firstFile = results.keySet().iterator().next();
        VerifyResult first = results.values().iterator().next();
        Map<Integer, String> files = new TreeMap<>();
        results.forEach((file, result) -> {
            if (!same(first.plan(), result.plan())) {
                throw new LabException(ErrorReport.error(
                                "\"" + firstFile + "\" and \"" + file + "\" are of different plans")
                        .detail("The shards must play the same files with the same servers and options, divided in the"
                                + " same way, with the same version of pgduo.")
                        .hint("Merge the results of one run."));
            }
            String other = files.put(result.plan().shard().number(), file);
            if (other != null) {
                throw LabException.of("\"" + other + "\" and \"" + file + "\" are both of shard "
                        + result.plan().shard());
            }
        });
        List<Integer> missing = missing(files.keySet(), first.plan().shard().of());
        if (!missing.isEmpty()) {
            throw LabException.of(
                    "there is no result of " + named("shard", missing) + " of "
                            + first.plan().shard().of(),
                    "Play what is missing with --shard, or see why its job ended without a result.");
        }
        return merged(results, first);
    }

    private static boolean same(Plan one, Plan other) {
        return one.hash().equals(other.hash())
                && one.cells() == other.cells()
                && one.shard().of() == other.shard().of();
    }

    private static VerifyResult merged(Map<String, VerifyResult> results, VerifyResult first) {
        Map<Integer, String> owners = new TreeMap<>();
        List<VerifyResult.Run> runs = new ArrayList<>();
        Map<String, VerifyResult.Unavailable> unavailable = new LinkedHashMap<>();
        results.forEach((file, result) -> {
            result.runs().forEach(run -> claim(owners, run.cell(), file));
            runs.addAll(result.runs());
            for (VerifyResult.Unavailable server : result.unavailable()) {
                server.cells().forEach(cell -> claim(owners, cell, file));
                unavailable.merge(server.server(), server, Merge::together);
            }
        });
        List<Integer> missing = missing(owners.keySet(), first.plan().cells());
        if (!missing.isEmpty() || owners.size() > first.plan().cells()) {
            throw new LabException(ErrorReport.error("the results do not have all labs of the plan")
                    .detail(missing.isEmpty() ? null : "There is nothing of " + named("lab", missing) + ".")
                    .hint("Merge the files as verify wrote them."));
        }
        runs.sort(Comparator.comparingInt(VerifyResult.Run::cell));
        Plan whole = new Plan(first.plan().hash(), first.plan().cells(), Shard.ALL);
        return new VerifyResult(first.version(), whole, runs, List.copyOf(unavailable.values()));
    }

    private static void claim(Map<Integer, String> owners, int cell, String file) {
        String other = owners.put(cell, file);
        if (other != null) {
            throw LabException.of("lab " + cell + " of the plan is "
                    + (other.equals(file)
                            ? "twice in \"" + file + "\""
                            : "both in \"" + other + "\" and in \"" + file + "\""));
        }
    }

    private static VerifyResult.Unavailable together(VerifyResult.Unavailable one, VerifyResult.Unavailable other) {
        TreeSet<Integer> cells = new TreeSet<>(one.cells());
        cells.addAll(other.cells());
        return new VerifyResult.Unavailable(one.server(), List.copyOf(cells), one.words());
    }

    private static List<Integer> missing(Set<Integer> there, int of) {
        return IntStream.rangeClosed(1, of)
                .filter(number -> !there.contains(number))
                .boxed()
                .toList();
    }

    private static String named(String thing, List<Integer> numbers) {
        String words = String.join(
                ", ", numbers.stream().limit(NAMED).map(String::valueOf).toList());
        return thing
                + (numbers.size() == 1 ? " " : "s ")
                + words
                + (numbers.size() > NAMED ? " and " + (numbers.size() - NAMED) + " more" : "");
    }
}
