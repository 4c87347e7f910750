package dev.pgduo.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of a part of a result, row by row, packed into blocks of about a megabyte: no object a cell. */
final class Cells {
    private static final int BLOCK = 1 << 20;

    private final int columns;
    private final List<Block> blocks = new ArrayList<>();
    private int rows;

    Cells(int columns) {
        this.columns = columns;
    }

    int rows() {
        return rows;
    }

    boolean empty() {
        return rows == 0 || columns == 0;
    }

    /** Copies a row: as many cells as there are columns, none of them null. */
    void add(byte[][] row) {
        rows++;
        if (columns == 0) {
            return;
        }
        int size = 0;
        for (byte[] cell : row) {
            size += cell.length;
        }
        Block block = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (block == null || !block.fits(size)) {
            if (block != null) {
                block.trim();
            }
            // Small results get small blocks; only a large one is worth a megabyte at once.
            int capacity = block == null ? 4096 : Math.min(BLOCK, block.bytes.length * 4);
            block = new Block(Math.max(size, capacity));
            blocks.add(block);
        }
        for (byte[] cell : row) {
            block.add(cell);
        }
    }

    /** Shows each row in turn; the row is valid only inside the call. */
    void forEach(RowAction action) throws IOException {
        for (Block block : blocks) {
            Row row = new Row(block);
            for (int first = 0; first < block.count; first += columns) {
                row.first = first;
                action.accept(row);
            }
        }
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface RowAction {
        void accept(Row row) throws IOException;
    }

    /** One row, a view that moves. */
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

        void add(byte[] cell) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count * 2);
            }
            System.arraycopy(cell, 0, bytes, size, cell.length);
            size += cell.length;
            ends[count++] = plain(cell) ? size : size | Integer.MIN_VALUE;
        }

        void trim() {
            ends = Arrays.copyOf(ends, count);
        }

        private static boolean plain(byte[] cell) {
            int outside = 0;
            for (byte octet : cell) {
                outside |= (octet - 0x20) | (0x7e - octet);
            }
            return outside >= 0;
        }
    }
}
