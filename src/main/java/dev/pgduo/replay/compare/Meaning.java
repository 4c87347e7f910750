package dev.pgduo.replay.compare;

import dev.pgduo.scan.SqlWords;
import dev.pgduo.scan.SqlWords.Word;
import java.util.List;
import java.util.Optional;

/**
 * The meaning of the columns of a step's tables, as far as the step's text tells; only columns with a known meaning can have
 * volatile values.
 */
public interface Meaning {
    /** No column's meaning is known. */
    Meaning NONE = column -> Optional.empty();

    /** The meaning of the columns of pgduo's own tables. */
    Meaning LAB = VolatileColumns::ofLab;

    /** The class of the values in this column, or empty when they must be equal. */
    Optional<VolatileClass> classOf(String column);

    /** Whether the table is a query plan, in which times are volatile. */
    default boolean plan() {
        return false;
    }

    /** The meaning of the columns that this SQL or backslash command returns. */
    static Meaning ofSql(String text) {
        String typed = text.strip();
        if (typed.startsWith("\\d") || typed.startsWith("\\l")) {
            return column -> column.equals("Size") ? Optional.of(VolatileClass.SIZE) : Optional.empty();
        }
        return new QueryMeaning(SqlWords.of(typed));
    }

    /** The meaning of the columns that a line of an OS shell prints; quotes are the shell's there. */
    static Meaning ofCommand(String line) {
        List<Word> words = SqlWords.of(line.replaceAll("[\"']", " "));
        return new QueryMeaning(words);
    }
}
