package dev.pgduo.lab.load.daemon;

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
 * The file in which a load's figures are at any time. It is written often, and nothing of it need survive a crash of the machine, so
 * it is written over in place: a checksum tells a reader that came in between.
 */
final class FiguresFile implements AutoCloseable {
    private static final int TRIES = 20;

    private final FileChannel channel;

    private FiguresFile(FileChannel channel) {
        this.channel = channel;
    }

    static FiguresFile create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new FiguresFile(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    private static String sum(String line) {
        CRC32 sum = new CRC32();
        sum.update(line.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    synchronized void write(LoadFigures figures) throws IOException {
        String line = figures.line();
        byte[] bytes = (sum(line) + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(bytes), 0);
    }

    /** The figures; empty when there are none. */
    static Optional<LoadFigures> read(Path file) {
        for (int tries = 0; tries < TRIES && Files.isRegularFile(file); tries++) {
            try {
                String[] lines = Files.readString(file).split("\n", -1);
                if (lines.length > 1 && lines[0].equals(sum(lines[1]))) {
                    return LoadFigures.parse(lines[1]);
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
