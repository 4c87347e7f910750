package dev.pgduo.session.query;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The open {@code \if} blocks, innermost first (psql: {@code ConditionalStack}). Not thread-safe. */
public final class ConditionalStack {
    /** The states of a block. */
    public enum Branch {
        /** The branch is run. */
        TRUE,
        /** The branch is not run; a later one may be. */
        FALSE,
        /** The branch is not run, nor is any later one. */
        IGNORED,
        /** The branch after {@code \else} is run. */
        ELSE_TRUE,
        /** The branch after {@code \else} is not run. */
        ELSE_FALSE;

        boolean active() {
            return this == TRUE || this == ELSE_TRUE;
        }
    }

    /**
     * The position at which a branch began; text after it is discarded when the branch was not run.
     *
     * @param length the length of the query buffer
     * @param parentheses the number of open parentheses
     */
    public record Mark(int length, int parentheses) {}

    private record Block(Branch branch, Mark mark) {}

    private final Deque<Block> blocks = new ArrayDeque<>();

    /** Whether the present branch is run. */
    public boolean active() {
        Block block = blocks.peek();
        return block == null || block.branch().active();
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** The state of the innermost block, or null outside of all blocks. */
    public @Nullable Branch branch() {
        Block block = blocks.peek();
        return block == null ? null : block.branch();
    }

    /** The position at which the innermost block's branch began. */
    public Mark mark() {
        return blocks.element().mark();
    }

    public void open(Branch branch, Mark mark) {
        blocks.push(new Block(branch, mark));
    }

    /** Begins another branch of the innermost block. */
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
