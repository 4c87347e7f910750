package dev.pgduo.transcript.foreign;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assigns numbers to the sessions of a document. Not thread-safe. */
final class SessionBook {
    private final Map<Integer, String> nodes = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The numbers in use. */
    Set<Integer> sessions() {
        return nodes.keySet();
    }

    /** The only node on which the document has had this session, if there is one. */
    Optional<String> node(int wanted) {
        boolean first = numbers.containsKey(wanted + "a");
        boolean second = numbers.containsKey(wanted + "b");
        return first == second ? Optional.empty() : Optional.of(first ? "a" : "b");
    }

    /** The session with the document's number on this node; it keeps that number if it is free. */
    Place session(int wanted, String node) {
        Integer known = numbers.get(wanted + node);
        if (known != null) {
            return new Place(node, known);
        }
        int number = wanted;
        while (nodes.containsKey(number) && (number != wanted || !node.equals(nodes.get(number)))) {
            number++;
        }
        nodes.put(number, node);
        numbers.put(wanted + node, number);
        return new Place(node, number);
    }
}
