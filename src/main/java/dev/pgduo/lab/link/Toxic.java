package dev.pgduo.lab.link;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A disturbance of one direction of the link. Types and attributes have Toxiproxy's names.
 *
 * @param name the name of the fault that it belongs to, without blanks
 * @param attributes those of the type; a missing one is 0
 * @see <a href="https://github.com/Shopify/toxiproxy#toxics">Toxiproxy's toxics</a>
 */
public record Toxic(String name, Type type, Stream stream, Map<Attribute, Long> attributes) {
    public Toxic {
        if (!name.matches("[\\w-]+")) {
            throw new IllegalArgumentException("name of a toxic: \"" + name + "\"");
        }
        attributes = Map.copyOf(attributes);
    }

    /** The kinds of disturbance. */
    public enum Type {
        /** Data are passed on {@code latency} ms later, plus or minus up to {@code jitter} ms. */
        LATENCY,
        /** At most {@code rate} kB of 1000 bytes are passed on per second. */
        BANDWIDTH,
        /**
         * Nothing is passed on and nothing is read; connections stay open, and new ones wait. Toxiproxy's type with timeout 0,
         * which goes on reading.
         */
        TIMEOUT,
        /** Connections are reset, new ones too. */
        RESET_PEER,
        /** Connections are reset, and new ones are refused, as when a proxy of Toxiproxy is disabled. */
        DOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The numbers that a type takes. */
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

    /** One toxic for each of these directions. */
    public static List<Toxic> of(String name, Type type, Map<Attribute, Long> attributes, Stream... streams) {
        return List.of(streams).stream()
                .map(stream -> new Toxic(name, type, stream, attributes))
                .toList();
    }

    /** An attribute's value; 0 when it is missing. */
    long value(Attribute attribute) {
        return attributes.getOrDefault(attribute, 0L);
    }

    /** The toxic as one line of the file. */
    String line() {
        return name + " " + type + " " + stream
                + new TreeMap<>(attributes)
                        .entrySet().stream()
                                .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining());
    }

    /** Parses such a line; empty when it is no such line. */
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
