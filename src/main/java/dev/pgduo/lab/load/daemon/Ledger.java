package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.quantity.NodeName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The results of a load's transactions: a file to which one complete line is added for each. Its fields are the transaction's
 * number, begin and end in microseconds since 1970, the verdict and the node. Thread-safe.
 */
public final class Ledger implements AutoCloseable {
    private final FileChannel channel;

    private Ledger(FileChannel channel) {
        this.channel = channel;
    }

    /** One transaction. */
    public record Entry(long id, long begin, long end, TransactionVerdict verdict, NodeName node) {
        private static final int COLUMNS = 5;

        static Entry parse(String line) throws IOException {
            String[] words = line.split(" ", -1);
            try {
                if (words.length == COLUMNS) {
                    return new Entry(
                            Long.parseLong(words[0]),
                            Long.parseLong(words[1]),
                            Long.parseLong(words[2]),
                            TransactionVerdict.valueOf(words[3].toUpperCase(Locale.ROOT)),
                            NodeName.parse(words[COLUMNS - 1]));
                }
            } catch (RuntimeException e) {
                throw new IOException("invalid line in a ledger: \"" + line + "\"", e);
            }
            throw new IOException("invalid line in a ledger: \"" + line + "\"");
        }

        String line() {
            return id + " " + begin + " " + end + " " + verdict + " " + node + "\n";
        }
    }

    /** Creates an empty ledger; the file of a former load is replaced. */
    static Ledger create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new Ledger(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    synchronized void add(Entry entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(entry.line().getBytes(StandardCharsets.US_ASCII));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /** Reads the ledger line by line, also while it is written; an incomplete last line is left out. */
    public static void read(Path file, Consumer<Entry> taker) throws IOException {
        long whole = Files.size(file);
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                whole -= line.length() + 1;
                if (whole < 0) {
                    return;
                }
                taker.accept(Entry.parse(line));
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
