package dev.pgduo.session.copy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parsed arguments of {@code \copy}.
 *
 * @param table the table with its columns, or the query in parentheses
 * @param from whether data are sent to the server
 * @param place the source or destination of the data
 * @param name the file's name, or the program's command line; empty otherwise
 * @param options the rest of the line as it was typed
 */
record CopyLine(String table, boolean from, Place place, String name, String options) {
    /** The sources and destinations of data. */
    enum Place {
        FILE,
        PROGRAM,
        /** The script, or the output of queries. */
        SESSION,
        /** The process's own standard input or output. */
        PROCESS
    }

    /** The line is invalid; the message has the word with the error, or null for the end of the line. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(@Nullable String word) {
            super(word == null ? "\\copy: parse error at end of line" : "\\copy: parse error at \"" + word + "\"");
        }
    }

    static CopyLine of(String text, boolean standardStrings) throws Wrong {
        return new Reader(new CopyWords(text), standardStrings).read();
    }

    /** A parser for one line. */
    private static final class Reader {
        private final CopyWords words;
        private final boolean standardStrings;
        private final StringBuilder table = new StringBuilder();

        Reader(CopyWords words, boolean standardStrings) {
            this.words = words;
            this.standardStrings = standardStrings;
        }

        CopyLine read() throws Wrong {
            String word = there(words.name());
            if (word.equalsIgnoreCase("binary")) {
                table.append(word);
                word = there(words.name());
            }
            if (word.equals("(")) {
                word = query(word);
            }
            table.append(' ').append(word);
            word = there(words.name());
            if (word.equals(".")) {
                table.append(word).append(there(words.name()));
                word = there(words.name());
            }
            if (word.equals("(")) {
                word = columns(word);
            }
            boolean from = word.equalsIgnoreCase("from");
            if (!from && !word.equalsIgnoreCase("to")) {
                throw new Wrong(word);
            }
            return target(from);
        }

        private String query(String opening) throws Wrong {
            String word = opening;
            for (int depth = 1; depth > 0; ) {
                table.append(' ').append(word);
                word = there(words.queryWord(standardStrings));
                depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            }
            return word;
        }

        private String columns(String opening) throws Wrong {
            String word = opening;
            while (!word.equals(")")) {
                table.append(' ').append(word);
                word = there(words.column());
            }
            table.append(' ').append(word);
            return there(words.name());
        }

        private CopyLine target(boolean from) throws Wrong {
            String word = there(words.target());
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "program" -> program(from);
                case "stdin", "stdout" -> line(from, Place.SESSION, "");
                case "pstdin", "pstdout" -> line(from, Place.PROCESS, "");
                default -> line(from, Place.FILE, CopyWords.unquoted(word));
            };
        }

        private CopyLine program(boolean from) throws Wrong {
            String word = there(words.target());
            if (word.length() < 2 || !word.startsWith("'") || !word.endsWith("'")) {
                throw new Wrong(word);
            }
            return line(from, Place.PROGRAM, CopyWords.unquoted(word));
        }

        private CopyLine line(boolean from, Place place, String name) {
            @Nullable String rest = words.rest();
            return new CopyLine(table.toString(), from, place, name, rest == null ? "" : rest);
        }

        private static String there(@Nullable String word) throws Wrong {
            if (word == null) {
                throw new Wrong(null);
            }
            return word;
        }
    }
}
