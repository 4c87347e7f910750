package dev.pgduo.table;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row in one array, as the server's DataRow message has it (manual: Message Formats): the number of cells in two
 * bytes; then each cell, its length in four bytes before it, -1 for SQL NULL. The array is shared, not copied.
 */
@SuppressWarnings("ArrayRecordComponent")
public record PackedRow(byte[] bytes) {
    private static final int COUNT = 2;
    private static final int LENGTH = 4;

    /** The row of these cells. */
    public static PackedRow of(byte[] @Nullable [] cells) {
        int size = COUNT;
        for (byte[] cell : cells) {
            size += LENGTH + (cell == null ? 0 : cell.length);
        }
        ByteBuffer packed = ByteBuffer.allocate(size).putShort((short) cells.length);
        for (byte[] cell : cells) {
            packed.putInt(cell == null ? -1 : cell.length);
            if (cell != null) {
                packed.put(cell);
            }
        }
        return new PackedRow(packed.array());
    }

    /** How many cells there are. */
    public int columns() {
        return ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    }

    /** A copy of each cell, null for SQL NULL. */
    public byte[] @Nullable [] cells() {
        byte[] @Nullable [] cells = new byte[columns()][];
        int at = first();
        for (int i = 0; i < cells.length; i++) {
            int length = length(at);
            cells[i] = length < 0 ? null : Arrays.copyOfRange(bytes, at, at + length);
            at = next(at, length);
        }
        return cells;
    }

    /** Where the first cell's text begins, its length before it. */
    int first() {
        return COUNT + LENGTH;
    }

    /** The length of the cell whose text begins there; negative for NULL. */
    int length(int at) {
        byte[] b = bytes;
        return (b[at - 4] << 24) | ((b[at - 3] & 0xff) << 16) | ((b[at - 2] & 0xff) << 8) | (b[at - 1] & 0xff);
    }

    /** Where the text behind that cell begins. */
    int next(int at, int length) {
        return at + Math.max(0, length) + LENGTH;
    }
}
