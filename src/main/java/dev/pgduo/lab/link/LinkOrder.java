package dev.pgduo.lab.link;

import dev.pgduo.cluster.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The settings of the link: a file that pgduo writes and the link's process reads.
 *
 * @param number counts up from 1; the process reports which one it follows
 * @param primary the port that the primary listens on
 * @param toxics the active toxics
 */
public record LinkOrder(long number, int primary, List<Toxic> toxics) {
    public LinkOrder {
        toxics = List.copyOf(toxics);
    }

    /** The same settings with more toxics. */
    public LinkOrder with(List<Toxic> more) {
        return new LinkOrder(
                number,
                primary,
                java.util.stream.Stream.concat(toxics.stream(), more.stream()).toList());
    }

    /** The same settings without the toxics of this name. */
    public LinkOrder without(String name) {
        return new LinkOrder(
                number,
                primary,
                toxics.stream().filter(toxic -> !toxic.name().equals(name)).toList());
    }

    LinkOrder next() {
        return new LinkOrder(number + 1, primary, toxics);
    }

    /** Whether there is a toxic of this type, in any direction. */
    boolean has(Toxic.Type type) {
        return any(toxic -> toxic.type() == type);
    }

    /** Whether there is a toxic of this name. */
    public boolean has(String name) {
        return any(toxic -> toxic.name().equals(name));
    }

    private boolean any(Predicate<Toxic> wanted) {
        return toxics.stream().anyMatch(wanted);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(number + " " + primary + "\n");
        toxics.forEach(toxic -> text.append(toxic.line()).append('\n'));
        AtomicFile.write(file, text.toString(), draft -> {});
    }

    /**
     * Reads the file; empty when there is none.
     *
     * @throws IOException when it cannot be read, or is damaged
     */
    static Optional<LinkOrder> read(Path file) throws IOException {
        try {
            return Optional.of(parse(Files.readAllLines(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("file \"" + file + "\" is damaged", e);
        }
    }

    private static LinkOrder parse(List<String> lines) {
        String[] words = lines.get(0).split(" ", -1);
        List<Toxic> toxics = lines.subList(1, lines.size()).stream()
                .map(line -> Toxic.parse(line).orElseThrow(IllegalArgumentException::new))
                .toList();
        return new LinkOrder(Long.parseLong(words[0]), Integer.parseInt(words[1]), toxics);
    }
}
