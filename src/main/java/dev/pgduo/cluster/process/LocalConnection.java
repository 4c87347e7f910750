package dev.pgduo.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A TCP connection between two processes of this machine, over 127.0.0.1, from the side that has opened it.
 *
 * @param from the port of the side that has opened it
 * @param to the port of the other side
 */
public record LocalConnection(int from, int to) {
    private static final Path TABLE = Path.of("/proc/net/tcp");
    private static final String ADDRESS = "0100007F";
    private static final int INODE = 9;

    /** Whether the system tells which process a connection belongs to; only Linux does. */
    public static boolean known() {
        return Files.isReadable(TABLE);
    }

    /** Whether one of these processes has opened it. */
    public boolean openedBy(Stream<OsProcess> processes) {
        Optional<String> socket = inode().map(number -> "socket:[" + number + "]");
        return socket.isPresent()
                && processes.anyMatch(process -> files(process).contains(socket.get()));
    }

    private Optional<String> inode() {
        String local = String.format(Locale.ROOT, "%s:%04X", ADDRESS, from);
        String remote = String.format(Locale.ROOT, "%s:%04X", ADDRESS, to);
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(words -> words.length > INODE && words[1].equals(local) && words[2].equals(remote))
                    .map(words -> words[INODE])
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> files(OsProcess process) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.flatMap(file -> target(file).stream()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> target(Path file) {
        try {
            return Optional.of(Files.readSymbolicLink(file).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
