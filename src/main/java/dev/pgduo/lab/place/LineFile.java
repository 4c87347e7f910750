package dev.pgduo.lab.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A file with one line, in which a process keeps its current state. It is written often and need not survive a crash of the
 * machine, so it is overwritten in place; with a checksum, readers recognize an incomplete line.
 */
public final class LineFile implements AutoCloseable {
    private static final int TRIES = 20;

    private final FileChannel channel;

    private LineFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates the file, readable for this user only; an existing one is replaced. */
    public static LineFile create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new LineFile(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    private static String sum(String line) {
        CRC32 sum = new CRC32();
        sum.update(line.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** Replaces the line by this one. */
    public synchronized void write(String line) throws IOException {
        byte[] bytes = (sum(line) + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(bytes), 0);
    }

    /** The present line; empty when there is none. */
    public static Optional<String> read(Path file) {
        for (int tries = 0; tries < TRIES && Files.isRegularFile(file); tries++) {
            try {
                String[] lines = Files.readString(file).split("\n", -1);
                if (lines.length > 1 && lines[0].equals(sum(lines[1]))) {
                    return Optional.of(lines[1]);
                }
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
