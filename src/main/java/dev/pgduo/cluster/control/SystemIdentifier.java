package dev.pgduo.cluster.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives a copy of a cluster that was never started a new system identifier, as initdb would: in pg_control, and in the long
 * header of each WAL segment's first page (xlp_sysid, which the server compares when it reads the segment).
 */
public final class SystemIdentifier {
    private static final int LONG_HEADER = 0x0002;
    private static final int INFO = 2;
    private static final int IDENTIFIER = 24;

    private SystemIdentifier() {}

    /**
     * Changes the cluster's files.
     *
     * @return false, with nothing changed, when the files do not look as expected
     */
    public static boolean give(Path data, String walDirectory) throws IOException {
        Optional<ControlData> before = ControlData.tryRead(data);
        List<Path> segments = segments(data.resolve(walDirectory));
        if (before.isEmpty()
                || segments.size() != 1
                || identifier(segments.get(0)) != before.get().systemIdentifier()) {
            return false;
        }
        long fresh = generate();
        write(segments.get(0), fresh);
        Files.write(ControlData.file(data), before.get().withIdentifier(fresh));
        return true;
    }

    private static List<Path> segments(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .toList();
        }
    }

    /** The identifier in a segment's header; -1 when its first page has no long header. */
    private static long identifier(Path segment) throws IOException {
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(IDENTIFIER + 8).order(ByteOrder.nativeOrder());
            file.read(header, 0);
            return (header.getShort(INFO) & LONG_HEADER) == 0 ? -1 : header.getLong(IDENTIFIER);
        }
    }

    private static void write(Path segment, long identifier) throws IOException {
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            ByteBuffer value = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
            file.write(value.putLong(0, identifier), IDENTIFIER);
        }
    }

    /**
     * A new identifier as in the server's BootStrapXLOG: seconds, microseconds, and low bits of a process id, here of the
     * clock.
     */
    private static long generate() {
        Instant now = Instant.now();
        long micros = now.getNano() / 1000;
        return (now.getEpochSecond() << 32) | (micros << 12) | (System.nanoTime() & 0xFFF);
    }
}
