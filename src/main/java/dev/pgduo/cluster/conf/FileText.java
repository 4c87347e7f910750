package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file's text that can be written back byte for byte: the server reads bytes, so a file that is no UTF-8 is read as Latin-1.
 *
 * @param text the whole text
 * @param charset UTF-8, or Latin-1 for a file that is not valid UTF-8
 */
public record FileText(String text, Charset charset) {
    /**
     * Reads a file.
     *
     * @throws LabException when it cannot be read
     */
    public static FileText read(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    /**
     * The path of a file that is named in another one; as for the server, the name ends at its first NUL.
     *
     * @param by the file that contains the name
     */
    public static Path named(String name, Path by) {
        int end = name.indexOf('\0');
        return by.resolveSibling(end < 0 ? name : name.substring(0, end)).normalize();
    }

    static FileText of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new FileText(text, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return new FileText(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Another text encoded in this file's character set.
     *
     * @throws LabException when the character set cannot represent the text
     */
    public byte[] bytes(String other) {
        try {
            ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(other));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new LabException(
                    ErrorReport.error("cannot write this text into a file that is not UTF-8")
                            .hint("Convert the file to UTF-8 first."),
                    e);
        }
    }
}
