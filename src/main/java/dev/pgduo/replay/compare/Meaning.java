package dev.pgduo.replay.compare;

import dev.pgduo.scan.SqlWords;
import dev.pgduo.scan.SqlWords.Word;
import java.util.List;
import java.util.Optional;

/** What the columns of a step's tables mean, as far as the text of the step tells: only then their values may be volatile. */
public interface Meaning {
    /** The meaning of no column is known. */
    Meaning NONE = column -> Optional.empty();

    /** The tables are pgduo's own. */
    Meaning LAB = VolatileColumns::ofLab;

    /** The class of the values in this column, or empty when they must be equal. */
    Optional<VolatileClass> classOf(String column);

    /** Whether the table is a query plan, in which times are volatile. */
    default boolean plan() {
        return false;
    }

    /** The meaning of the columns that this SQL or backslash command prints. */
    static Meaning ofSql(String text) {
        String typed = text.strip();
        if (typed.startsWith("\\d") || typed.startsWith("\\l")) {
            return column -> column.equals("Size") ? Optional.of(VolatileClass.SIZE) : Optional.empty();
        }
        return new QueryMeaning(SqlWords.of(typed));
    }

    /** The same for a line of an OS shell, in which quotes are its own. */
    static Meaning ofCommand(String line) {
        List<Word> words = SqlWords.of(line.replaceAll("[\"']", " "));
        return new QueryMeaning(words);
    }
}
