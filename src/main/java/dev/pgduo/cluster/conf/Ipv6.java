package dev.pgduo.cluster.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Parses and formats IPv6 addresses as inet_pton and inet_ntop do. */
final class Ipv6 {
    private static final int GROUPS = 8;
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final Pattern DOTTED = Pattern.compile("(.*:)([0-9]{1,3}(?:\\.[0-9]{1,3}){3})");

    private Ipv6() {}

    /** The 16 bytes of an address without a zone. */
    static Optional<List<Integer>> parse(String text) {
        return hexOnly(text).flatMap(hex -> {
            int gap = hex.indexOf("::");
            return gap < 0 ? whole(groups(hex)) : filled(groups(hex.substring(0, gap)), groups(hex.substring(gap + 2)));
        });
    }

    /**
     * The text, with the longest run of at least two zero groups shortened, and the last bytes of a mapped IPv4 address in
     * dotted form.
     */
    static String text(List<Integer> bytes) {
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(bytes.get(2 * i) << 8 | bytes.get(2 * i + 1));
        }
        if (groups.subList(0, 5).stream().allMatch(g -> g == 0) && groups.get(5) == 0xffff) {
            return "::ffff:" + new IpAddress(bytes.subList(12, 16));
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeros(groups, i);
            start = run > length ? i : start;
            length = Math.max(run, length);
        }
        return length < 2
                ? hex(groups)
                : hex(groups.subList(0, start)) + "::" + hex(groups.subList(start + length, GROUPS));
    }

    /** The address with dotted last bytes converted to two groups. */
    private static Optional<String> hexOnly(String text) {
        var m = DOTTED.matcher(text);
        if (!m.matches()) {
            return Optional.of(text);
        }
        return IpAddress.parse(m.group(2))
                .map(IpAddress::bytes)
                .map(b -> m.group(1) + Integer.toHexString(b.get(0) << 8 | b.get(1)) + ":"
                        + Integer.toHexString(b.get(2) << 8 | b.get(3)));
    }

    private static Optional<List<Integer>> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
            if (!GROUP.matcher(group).matches()) {
                return Optional.empty();
            }
            groups.add(Integer.valueOf(group, 16));
        }
        return Optional.of(groups);
    }

    private static Optional<List<Integer>> whole(Optional<List<Integer>> groups) {
        return groups.filter(g -> g.size() == GROUPS).map(Ipv6::bytes);
    }

    private static Optional<List<Integer>> filled(Optional<List<Integer>> before, Optional<List<Integer>> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> groups = new ArrayList<>(before.get());
        int missing = GROUPS - before.get().size() - after.get().size();
        for (int i = 0; i < missing; i++) {
            groups.add(0);
        }
        groups.addAll(after.get());
        return missing < 1 ? Optional.empty() : Optional.of(bytes(groups));
    }

    private static List<Integer> bytes(List<Integer> groups) {
        return groups.stream().flatMap(g -> List.of(g >> 8, g & 0xff).stream()).toList();
    }

    private static int zeros(List<Integer> groups, int from) {
        int i = from;
        while (i < GROUPS && groups.get(i) == 0) {
            i++;
        }
        return i - from;
    }

    private static String hex(List<Integer> groups) {
        StringJoiner text = new StringJoiner(":");
        groups.forEach(g -> text.add(Integer.toHexString(g)));
        return text.toString();
    }
}
