package dev.pgduo.session.query;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The {@code \if} blocks that are open, innermost first (psql: {@code ConditionalStack}). Not thread-safe. */
public final class ConditionalStack {
    /** Which branch of a block is being read. */
    public enum Branch {
        /** Runs. */
        TRUE,
        /** Does not run; a following one may. */
        FALSE,
        /** Does not run, nor does any that follows. */
        IGNORED,
        /** After {@code \else}, runs. */
        ELSE_TRUE,
        /** After {@code \else}, does not run. */
        ELSE_FALSE;

        boolean active() {
            return this == TRUE || this == ELSE_TRUE;
        }
    }

    /**
     * Where a branch began: text after it is thrown away when it did not run.
     *
     * @param length of the query buffer
     * @param parentheses open ones
     */
    public record Mark(int length, int parentheses) {}

    private record Block(Branch branch, Mark mark) {}

    private final Deque<Block> blocks = new ArrayDeque<>();

    /** Whether what is read now runs. */
    public boolean active() {
        Block block = blocks.peek();
        return block == null || block.branch().active();
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** The branch of the innermost block, or null outside of all. */
    public @Nullable Branch branch() {
        Block block = blocks.peek();
        return block == null ? null : block.branch();
    }

    /** Where the innermost block's branch began. */
    public Mark mark() {
        return blocks.element().mark();
    }

    public void open(Branch branch, Mark mark) {
        blocks.push(new Block(branch, mark));
    }

    /** Goes on with another branch of the innermost block. */
    public void change(Branch branch) {
        change(branch, blocks.element().mark());
    }

    public void change(Branch branch, Mark mark) {
        blocks.pop();
        blocks.push(new Block(branch, mark));
    }

    public void close() {
        blocks.pop();
    }
}
