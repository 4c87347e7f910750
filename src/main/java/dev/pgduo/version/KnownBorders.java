package dev.pgduo.version;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The majors at which outputs are known to change, because a name in only one of them was added or removed. */
public final class KnownBorders {
    private static final Pattern WORD = Pattern.compile("[\\w.]+");

    /** Files and directories, by the first major that has them, or does not have them any more. */
    private static final Map<String, Integer> FILES = Map.of(
            "recovery.conf", 12,
            "recovery.done", 12,
            "standby.signal", 12,
            "pg_xlog", 10,
            "pg_wal", 10,
            "pg_clog", 10,
            "pg_xact", 10,
            "backup_manifest", 13);

    private KnownBorders() {}

    /**
     * The major at which the first output changes to the second; empty when nothing in them tells, or several majors are
     * possible.
     *
     * @param below the major with the first output
     * @param above the major with the second output
     */
    public static OptionalInt between(int below, int above, Collection<String> first, Collection<String> second) {
        Set<String> old = words(first);
        Set<String> now = words(second);
        Set<Integer> borders = new TreeSet<>();
        Stream.concat(
                        old.stream().filter(word -> !now.contains(word)),
                        now.stream().filter(word -> !old.contains(word)))
                .flatMap(KnownBorders::of)
                .filter(major -> major > below && major <= above)
                .forEach(borders::add);
        return borders.size() == 1 ? OptionalInt.of(borders.iterator().next()) : OptionalInt.empty();
    }

    private static Set<String> words(Collection<String> lines) {
        Set<String> words = new HashSet<>();
        lines.forEach(line ->
                WORD.matcher(line.toLowerCase(Locale.ROOT)).results().forEach(found -> words.add(found.group())));
        return words;
    }

    private static Stream<Integer> of(String word) {
        Stream<Integer> names = ChangedNames.all().names().stream()
                .filter(changed -> changed.name().equals(word)
                        || (changed.renamed() && changed.instead().equals(word)))
                .map(changed -> changed.came() ? changed.major() : changed.major() + 1);
        Stream<Integer> slots = List.of(SlotColumn.values()).stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(word))
                .map(SlotColumn::first);
        return Stream.of(names, slots, Stream.ofNullable(FILES.get(word))).flatMap(each -> each);
    }
}
