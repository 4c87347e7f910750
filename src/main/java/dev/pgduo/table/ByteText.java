package dev.pgduo.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Bytes as text and back without loss. What is UTF-8 becomes its characters; each byte that is not (another encoding, a file
 * that is broken) becomes a lone low surrogate, which no UTF-8 text contains, and comes back as the same byte.
 */
public final class ByteText {
    private static final int BYTE = 0xdc00;
    private static final char REPLACEMENT = '\ufffd';

    private ByteText() {}

    /** The text of all of these bytes. */
    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /** The text of some of these bytes. */
    public static String decode(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : slowly(ByteBuffer.wrap(bytes, offset, length));
    }

    private static String slowly(ByteBuffer in) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        while (in.hasRemaining()) {
            CoderResult result = decoder.decode(in, out, true);
            for (int i = 0; result.isError() && i < result.length(); i++) {
                out.put((char) (BYTE + (in.get() & 0xff)));
            }
            decoder.reset();
        }
        return out.flip().toString();
    }

    /** The bytes that {@link #decode} made the text of. */
    public static byte[] encode(String text) {
        return isPlain(text) ? text.getBytes(StandardCharsets.UTF_8) : mixed(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isByte(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isByte(String text, int i) {
        char c = text.charAt(i);
        return c >= BYTE + 0x80 && c <= BYTE + 0xff && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static byte[] mixed(String text) {
        ByteBuffer out = ByteBuffer.allocate(text.length() * 3);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isByte(text, i)) {
                out.put(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
                out.put((byte) text.charAt(i));
                start = i + 1;
            }
        }
        out.put(text.substring(start).getBytes(StandardCharsets.UTF_8));
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }
}
