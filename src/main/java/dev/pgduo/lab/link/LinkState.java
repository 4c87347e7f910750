package dev.pgduo.lab.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The state of the link, as its process reports it.
 *
 * @param order the number of the settings that it follows
 * @param port the port on which it listens
 * @param up the bytes of the direction to the primary
 * @param down the bytes of the direction to the standby
 * @param strangers how many connections were refused because they did not come from the lab
 * @param ports the ports from which its connections reach the primary
 */
public record LinkState(long order, int port, Bytes up, Bytes down, long strangers, List<Integer> ports) {
    private static final int WORDS = 7;

    public LinkState {
        ports = List.copyOf(ports);
    }

    /**
     * The bytes of one direction since the link was started.
     *
     * @param received bytes that were read
     * @param sent bytes that were passed on
     */
    public record Bytes(long received, long sent) {}

    /** The bytes of one direction. */
    public Bytes bytes(Stream stream) {
        return stream == Stream.UPSTREAM ? up : down;
    }

    /** The state as one line of the file. */
    String line() {
        return String.join(
                " ",
                Long.toString(order),
                Integer.toString(port),
                Long.toString(up.received()),
                Long.toString(up.sent()),
                Long.toString(down.received()),
                Long.toString(down.sent()),
                Long.toString(strangers),
                ports.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** Parses such a line; empty when it is no such line. */
    static Optional<LinkState> parse(String line) {
        String[] words = line.split(" ", -1);
        try {
            long[] numbers =
                    Arrays.stream(words, 0, WORDS).mapToLong(Long::parseLong).toArray();
            return Optional.of(new LinkState(
                    numbers[0],
                    (int) numbers[1],
                    new Bytes(numbers[2], numbers[3]),
                    new Bytes(numbers[4], numbers[5]),
                    numbers[6],
                    Arrays.stream(words[WORDS].split(",", -1))
                            .filter(word -> !word.isEmpty())
                            .map(Integer::valueOf)
                            .toList()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
