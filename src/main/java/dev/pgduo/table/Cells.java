package dev.pgduo.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of a part of a result, row by row, packed into blocks of about a megabyte, without an object for each cell. */
final class Cells {
    private static final int BLOCK = 1 << 20;

    private final int columns;
    private final TextEncoding encoding;
    private final List<Block> blocks = new ArrayList<>();
    private Block filling = new Block(0);
    private int rows;

    Cells(int columns, TextEncoding encoding) {
        this.columns = columns;
        this.encoding = encoding;
    }

    int rows() {
        return rows;
    }

    boolean empty() {
        return rows == 0 || columns == 0;
    }

    /**
     * Begins a row; its cells, one for each column, are added next.
     *
     * @param most bytes that all cells of the row have together, at most
     */
    void begin(int most) {
        rows++;
        if (!filling.fits(most)) {
            if (filling.count > 0) {
                filling.trim();
                blocks.add(filling);
            }
            // Small results get small blocks; only a large one is worth a megabyte at once.
            int capacity = Math.max(4096, Math.min(BLOCK, filling.bytes.length * 4));
            filling = new Block(Math.max(most, capacity));
        }
    }

    /** Copies the text of the row's next cell. */
    void add(byte[] text, int from, int to) {
        filling.add(text, from, to, encoding);
    }

    /** Removes all rows; the memory is used again for the next ones. */
    void clear() {
        rows = 0;
        blocks.clear();
        filling.clear();
    }

    /** Shows each row in turn; the row is valid only inside the call. */
    void forEach(RowAction action) throws IOException {
        for (Block block : blocks) {
            forEach(block, action);
        }
        forEach(filling, action);
    }

    private void forEach(Block block, RowAction action) throws IOException {
        Row row = new Row(block);
        for (int first = 0; first < block.count; first += columns) {
            row.first = first;
            action.accept(row);
        }
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface RowAction {
        void accept(Row row) throws IOException;
    }

    /** A view of one row; {@link #forEach} moves it from row to row. */
    static final class Row {
        private final Block block;
        private int first;

        private Row(Block block) {
            this.block = block;
        }

        byte[] bytes() {
            return block.bytes;
        }

        int start(int column) {
            int cell = first + column;
            return cell == 0 ? 0 : block.ends[cell - 1] & Integer.MAX_VALUE;
        }

        int end(int column) {
            return block.ends[first + column] & Integer.MAX_VALUE;
        }

        /** Whether the cell is printable ASCII on one line, so that a byte is a column. */
        boolean plain(int column) {
            return block.ends[first + column] >= 0;
        }
    }

    /** Bytes of whole rows; the sign bit of a cell's end marks cells that are not plain. */
    private static final class Block {
        private final byte[] bytes;
        private int[] ends = new int[64];
        private int size;
        private int count;

        Block(int capacity) {
            bytes = new byte[capacity];
        }

        boolean fits(int more) {
            return bytes.length - size >= more;
        }

        void add(byte[] text, int from, int to, TextEncoding encoding) {
            boolean plain = plain(text, from, to);
            if (plain) {
                put(text, from, to - from);
            } else {
                byte[] valid = encoding.validated(Arrays.copyOfRange(text, from, to));
                put(valid, 0, valid.length);
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count * 2);
            }
            ends[count++] = plain ? size : size | Integer.MIN_VALUE;
        }

        private void put(byte[] text, int from, int length) {
            System.arraycopy(text, from, bytes, size, length);
            size += length;
        }

        void trim() {
            ends = Arrays.copyOf(ends, count);
        }

        void clear() {
            size = 0;
            count = 0;
        }

        private static boolean plain(byte[] text, int from, int to) {
            int outside = 0;
            for (int i = from; i < to; i++) {
                byte octet = text[i];
                outside |= (octet - 0x20) | (0x7e - octet);
            }
            return outside >= 0;
        }
    }
}
