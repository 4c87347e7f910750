package dev.pgduo.replay.drift;

import dev.pgduo.version.KnownBorders;
import dev.pgduo.version.ServerVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The lines of a block that differs between servers, with {@code %if} lines. Common lines at the beginning and the end are
 * outside of the branches.
 *
 * @param variants the lines of each variant, as they are written into the file
 * @param byServer the index of each server's variant, the oldest server first
 */
record BranchText(List<List<String>> variants, Map<ServerVersion, Integer> byServer) {

    /** @param shared whether lines may be outside of the branches */
    List<String> lines(boolean shared) {
        List<List<String>> used = byServer.values().stream()
                .distinct()
                .<List<String>>map(variants::get)
                .distinct()
                .toList();
        if (used.size() == 1) {
            return used.get(0);
        }
        int head = shared ? common(used, 0, false) : 0;
        int tail = shared ? common(used, head, true) : 0;
        List<String> lines = new ArrayList<>(used.get(0).subList(0, head));
        branches(lines, head, tail);
        List<String> first = used.get(0);
        lines.addAll(first.subList(first.size() - tail, first.size()));
        return lines;
    }

    private void branches(List<String> lines, int head, int tail) {
        List<Branch> branches = conditions(head, tail).branches();
        for (Branch branch : branches) {
            lines.add(branch.head(branches));
            lines.addAll(middle(variants.get(branch.variant()), head, tail));
        }
        lines.add("%end");
    }

    private Conditions conditions(int head, int tail) {
        Set<Integer> silent = new HashSet<>();
        List<Integer> indexes = new ArrayList<>();
        for (int variant : byServer.values()) {
            int first = firstEqual(variant);
            indexes.add(first);
            if (middle(variants.get(first), head, tail).isEmpty()) {
                silent.add(first);
            }
        }
        List<ServerVersion> servers = List.copyOf(byServer.keySet());
        return new Conditions(
                servers.stream().map(ServerVersion::toString).toList(), indexes, silent, borders(servers, indexes));
    }

    private List<String> borders(List<ServerVersion> servers, List<Integer> indexes) {
        List<String> borders = new ArrayList<>();
        for (int i = 0; i < servers.size(); i++) {
            ServerVersion server = servers.get(i);
            boolean changes =
                    i > 0 && !indexes.get(i).equals(indexes.get(i - 1)) && server.equals(server.withoutMinor());
            OptionalInt known = changes
                    ? KnownBorders.between(
                            servers.get(i - 1).major(),
                            server.major(),
                            variants.get(indexes.get(i - 1)),
                            variants.get(indexes.get(i)))
                    : OptionalInt.empty();
            borders.add(known.isPresent() ? Integer.toString(known.getAsInt()) : server.toString());
        }
        return borders;
    }

    /** The index of the first variant with the same lines as this one. */
    private int firstEqual(int variant) {
        return variants.indexOf(variants.get(variant));
    }

    private static List<String> middle(List<String> lines, int head, int tail) {
        return lines.subList(head, lines.size() - tail);
    }

    /** The number of lines that all have in common, from the top or the bottom, without those that are used already. */
    private static int common(List<List<String>> all, int taken, boolean fromBottom) {
        int most = all.stream().mapToInt(List::size).min().orElse(0) - taken;
        int count = 0;
        while (count < most) {
            int at = count;
            long different = all.stream()
                    .map(lines -> lines.get(fromBottom ? lines.size() - 1 - at : at))
                    .distinct()
                    .count();
            if (different > 1) {
                return count;
            }
            count++;
        }
        return count;
    }
}
