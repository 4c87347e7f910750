package dev.pgduo.cluster.receive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.zip.GZIPOutputStream;

/** Writes the bytes of one segment in order. */
interface SegmentOutput {
    void write(ByteBuffer bytes) throws IOException;

    void force() throws IOException;

    void close(boolean durable) throws IOException;

    /** A file that has the segment's size from the start, without compression. */
    static SegmentOutput plain(FileChannel file) {
        return new SegmentOutput() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }

            @Override
            public void force() throws IOException {
                file.force(false);
            }

            @Override
            public void close(boolean durable) throws IOException {
                try (file) {
                    if (durable) {
                        file.force(true);
                    }
                }
            }
        };
    }

    /** A gzip file. */
    static SegmentOutput compressed(FileChannel file, int level) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(Channels.newOutputStream(file)) {
            {
                def.setLevel(level);
            }
        };
        WritableByteChannel channel = Channels.newChannel(gzip);
        return new SegmentOutput() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                channel.write(bytes);
            }

            @Override
            public void force() throws IOException {
                gzip.flush();
                file.force(false);
            }

            @Override
            public void close(boolean durable) throws IOException {
                try (file) {
                    gzip.finish();
                    if (durable) {
                        file.force(true);
                    }
                }
            }
        };
    }
}
