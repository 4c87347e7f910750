package dev.pgduo.cluster.rewind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.rewind.RewindSource.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetDirectoryTest {
    @TempDir
    private Path data = Path.of("");

    private static void write(TargetDirectory.Writer writer, Piece piece, String text) throws IOException {
        writer.bytes(piece, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aFileIsAsLongAsWhatCameOfIt() throws IOException {
        Files.writeString(data.resolve("shrunk"), "0123456789");
        Files.writeString(data.resolve("emptied"), "0123456789");
        Files.writeString(data.resolve("parts"), "0123456789");
        try (TargetDirectory target = new TargetDirectory(data, written -> {}, false)) {
            try (TargetDirectory.Writer writer = target.writer()) {
                write(writer, new Piece("shrunk", 0, 4, true), "abcd");
                write(writer, new Piece("shrunk", 4, 4, false), "e");
                write(writer, new Piece("shrunk", 8, 4, false), "");
                write(writer, new Piece("emptied", 0, 4, true), "");
                write(writer, new Piece("parts", 2, 3, false), "xyz");
            }
        }
        assertThat(data.resolve("shrunk")).hasContent("abcde");
        assertThat(data.resolve("emptied")).isEmptyFile();
        assertThat(data.resolve("parts")).hasContent("01xyz56789");
    }
}
