package dev.pgduo.replay.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The shortest conditions that distinguish servers. A version between two listed ones belongs to the lower one, unless the
 * version at which the difference begins is known.
 *
 * @param servers versions as conditions name them, from the oldest to the newest
 * @param variants the index of the variant for each server
 * @param silent the variants that need no branch
 * @param borders for each server the first version that is known to behave like it
 */
record Conditions(List<String> servers, List<Integer> variants, Set<Integer> silent, List<String> borders) {
    /** Conditions without known borders. */
    Conditions(List<String> servers, List<Integer> variants, Set<Integer> silent) {
        this(servers, variants, silent, servers);
    }

    Conditions {
        servers = List.copyOf(servers);
        variants = List.copyOf(variants);
        silent = Set.copyOf(silent);
        borders = List.copyOf(borders);
    }

    /** Adjacent servers with the same variant; both ends included. */
    private record Run(int from, int to, int variant) {}

    /**
     * One branch for each variant that is not silent, the oldest servers first; the last one is {@code %else} where possible.
     */
    List<Branch> branches() {
        List<Integer> order = order();
        boolean otherwise = silent.isEmpty();
        List<Branch> branches = new ArrayList<>();
        Set<Integer> done = new TreeSet<>();
        for (int i = 0; i < order.size(); i++) {
            boolean last = otherwise && i == order.size() - 1;
            branches.add(new Branch(last ? "" : condition(order.get(i), done), order.get(i)));
            done.add(order.get(i));
        }
        return branches;
    }

    /** The variants by their oldest server; one with several ranges of servers comes last, for {@code %else}. */
    private List<Integer> order() {
        List<Integer> order = new ArrayList<>(variants.stream()
                .distinct()
                .filter(variant -> !silent.contains(variant))
                .toList());
        Comparator<Integer> byRuns =
                Comparator.comparingInt(variant -> runs(variant).size());
        order.stream()
                .max(byRuns)
                .filter(most -> silent.isEmpty() && runs(most).size() > 1)
                .ifPresent(most -> {
                    order.remove(most);
                    order.add(most);
                });
        return order;
    }

    private String condition(int variant, Set<Integer> done) {
        List<Run> runs = runs(variant);
        if (runs.size() > 1) {
            return "pg in " + String.join(",", runs.stream().map(this::range).toList());
        }
        Run run = runs.get(0);
        boolean nothingBelow = done.containsAll(variants.subList(0, run.from));
        if (run.to + 1 < servers.size() && nothingBelow) {
            return "pg < " + borders.get(run.to + 1);
        }
        if (run.to + 1 == servers.size()) {
            return "pg >= " + borders.get(run.from);
        }
        return run.from == run.to ? "pg == " + servers.get(run.from) : "pg in " + range(run);
    }

    private String range(Run run) {
        return run.from == run.to ? servers.get(run.from) : servers.get(run.from) + "-" + servers.get(run.to);
    }

    private List<Run> runs(int variant) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= variants.size(); i++) {
            if (i == variants.size() || !variants.get(i).equals(variants.get(from))) {
                if (variants.get(from) == variant) {
                    runs.add(new Run(from, i - 1, variant));
                }
                from = i;
            }
        }
        return runs;
    }
}
