package dev.pgduo.lab.link;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Something that is wrong with one direction of the link. Kinds and attributes have the names that Toxiproxy gives them.
 *
 * @param name whose it is, without blanks
 * @param attributes those of its type; one that is not said is 0
 * @see <a href="https://github.com/Shopify/toxiproxy#toxics">Toxiproxy's toxics</a>
 */
public record Toxic(String name, Type type, Stream stream, Map<Attribute, Long> attributes) {
    public Toxic {
        if (!name.matches("[\\w-]+")) {
            throw new IllegalArgumentException("name of a toxic: \"" + name + "\"");
        }
        attributes = Map.copyOf(attributes);
    }

    /** What is wrong. */
    public enum Type {
        /** What comes goes on {@code latency} ms later, give or take {@code jitter} ms. */
        LATENCY,
        /** At most {@code rate} kB, of 1000 bytes each, go on in a second. */
        BANDWIDTH,
        /** Nothing goes on, and nothing is read; connections stay, and new ones wait. Toxiproxy's with timeout 0, but for the reading. */
        TIMEOUT,
        /** Connections are reset, and so are new ones. */
        RESET_PEER,
        /** Connections are reset, and new ones refused: Toxiproxy's proxy that is not enabled. */
        DOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How wrong it is. */
    public enum Attribute {
        /** Milliseconds. */
        LATENCY,
        /** Milliseconds. */
        JITTER,
        /** Kilobytes per second. */
        RATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One in each of these directions. */
    public static List<Toxic> of(String name, Type type, Map<Attribute, Long> attributes, Stream... streams) {
        return List.of(streams).stream()
                .map(stream -> new Toxic(name, type, stream, attributes))
                .toList();
    }

    /** An attribute's value. */
    long value(Attribute attribute) {
        return attributes.getOrDefault(attribute, 0L);
    }

    /** It in one line. */
    String line() {
        return name + " " + type + " " + stream
                + new TreeMap<>(attributes)
                        .entrySet().stream()
                                .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining());
    }

    /** Reads such a line; empty when it is none. */
    static Optional<Toxic> parse(String line) {
        String[] words = line.split(" ", -1);
        try {
            Map<Attribute, Long> attributes = new EnumMap<>(Attribute.class);
            for (int i = 3; i < words.length; i++) {
                String[] pair = words[i].split("=", 2);
                attributes.put(Attribute.valueOf(pair[0].toUpperCase(Locale.ROOT)), Long.valueOf(pair[1]));
            }
            return words.length < 3
                    ? Optional.empty()
                    : Optional.of(new Toxic(
                            words[0],
                            Type.valueOf(words[1].toUpperCase(Locale.ROOT)),
                            Stream.valueOf(words[2].toUpperCase(Locale.ROOT)),
                            attributes));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
