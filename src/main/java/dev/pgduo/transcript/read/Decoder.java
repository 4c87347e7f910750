package dev.pgduo.transcript.read;

import dev.pgduo.report.ErrorReport;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Decodes a file as UTF-8, or reports the first invalid byte. */
final class Decoder {
    private final Problems problems;

    Decoder(Problems problems) {
        this.problems = problems;
    }

    /** The text up to the first invalid byte, which is reported. */
    String decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            reject(bytes, text.substring(0, nul), "is no character of a text");
        } else if (result.isError()) {
            reject(bytes, text, "is not UTF-8");
        }
        return text;
    }

    private void reject(byte[] bytes, String before, String reason) {
        int offset = before.getBytes(StandardCharsets.UTF_8).length;
        int start = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column =
                before.codePointCount(start, before.length()) + (before.startsWith("\uFEFF") && start == 0 ? 0 : 1);
        ErrorReport report = ErrorReport.error("file is not a lab")
                .detail(String.format("Byte %d (0x%02X) %s.", offset + 1, bytes[offset], reason))
                .hint(hint(bytes));
        problems.add(report, line, column);
    }

    private static String hint(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        boolean wide = mark == 0xFEFF || mark == 0xFFFE;
        return wide ? "This is UTF-16; save the file as UTF-8." : "A lab is a UTF-8 text file.";
    }
}
