package dev.pgduo.replay.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The accepted volatile values; checks whether a further one has the required relations to them. */
final class Relations {
    private final Map<VolatileClass, Values> values = new EnumMap<>(VolatileClass.class);

    Relations(List<Binding> earlier) {
        earlier.forEach(this::add);
    }

    /** Accepts a value, or returns the earlier one that it contradicts. */
    Optional<Binding> add(Binding binding) {
        if (binding.kind().relation() == Relation.NONE) {
            return Optional.empty();
        }
        return values.computeIfAbsent(binding.kind(), kind -> new Values()).add(binding);
    }

    /** The values of one class. Accepted values are consistent, so only the nearest ones have to be compared. */
    private static final class Values {
        private final Map<String, Binding> byExpected = new HashMap<>();
        private final Map<String, Binding> byActual = new HashMap<>();
        private final NavigableMap<BigInteger, Binding> lowest = new TreeMap<>();
        private final NavigableMap<BigInteger, Binding> highest = new TreeMap<>();

        Optional<Binding> add(Binding binding) {
            Optional<Binding> conflict = near(binding).stream()
                    .filter(earlier -> !binding.agreesWith(earlier))
                    .findFirst();
            if (conflict.isEmpty()) {
                byExpected.put(binding.expected(), binding);
                byActual.put(binding.actual(), binding);
                if (ranked(binding)) {
                    lowest.merge(binding.expectedRank(), binding, (a, b) -> higher(a, b) ? b : a);
                    highest.merge(binding.expectedRank(), binding, (a, b) -> higher(a, b) ? a : b);
                }
            }
            return conflict;
        }

        private List<Binding> near(Binding binding) {
            List<Binding> near = new ArrayList<>();
            Optional.ofNullable(byExpected.get(binding.expected())).ifPresent(near::add);
            Optional.ofNullable(byActual.get(binding.actual())).ifPresent(near::add);
            if (ranked(binding)) {
                Optional.ofNullable(highest.floorEntry(binding.expectedRank()))
                        .ifPresent(entry -> near.add(entry.getValue()));
                Optional.ofNullable(highest.lowerEntry(binding.expectedRank()))
                        .ifPresent(entry -> near.add(entry.getValue()));
                Optional.ofNullable(lowest.higherEntry(binding.expectedRank()))
                        .ifPresent(entry -> near.add(entry.getValue()));
            }
            return near;
        }

        private static boolean higher(Binding one, Binding other) {
            return one.actualRank().compareTo(other.actualRank()) > 0;
        }

        private static boolean ranked(Binding binding) {
            return binding.kind().relation() != Relation.ONE_TO_ONE;
        }
    }
}
