package dev.pgduo.cluster.conf;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of pg_hba.conf.
 *
 * @param text without quotes
 * @param quoted whether it began with a double quote: then it is a name, never a keyword, a role group or a file
 * @see <a href="https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/libpq/hba.c">next_token of 15</a>
 */
public record HbaToken(String text, boolean quoted) {
    /** Whether it is this keyword. */
    public boolean isKeyword(String word) {
        return !quoted && text.equals(word);
    }

    /** The word as it can be written in the file. */
    public String written() {
        boolean plain = !quoted && !text.isEmpty() && text.chars().noneMatch(c -> " \t\r,#\"".indexOf(c) >= 0);
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** The fields of a line: words that are separated by commas are in one field. A comment ends the line. */
    static List<List<HbaToken>> fields(String line) {
        List<List<HbaToken>> fields = new ArrayList<>();
        Reader reader = new Reader(line);
        List<HbaToken> field = new ArrayList<>();
        while (reader.next()) {
            field.add(reader.token());
            if (!reader.comma) {
                fields.add(field);
                field = new ArrayList<>();
            }
        }
        if (!field.isEmpty()) {
            fields.add(field);
        }
        return fields;
    }

    private static final class Reader {
        private final String line;
        private final StringBuilder word = new StringBuilder();
        private int at;
        private int start;
        private boolean quotes;
        private boolean comma;

        Reader(String line) {
            this.line = line;
        }

        /** Advances to the next word, if there is one. */
        boolean next() {
            while (at < line.length() && (isBlank(line.charAt(at)) || line.charAt(at) == ',')) {
                at++;
            }
            word.setLength(0);
            start = at;
            quotes = false;
            comma = false;
            readWord();
            return quotes || !word.isEmpty();
        }

        HbaToken token() {
            return new HbaToken(word.toString(), line.charAt(start) == '"');
        }

        private void readWord() {
            boolean inside = false;
            boolean doubled = false;
            while (at < line.length() && (inside || !isBlank(line.charAt(at)))) {
                char c = line.charAt(at++);
                if (!inside && (c == '#' || c == ',')) {
                    comma = c == ',';
                    at = comma ? at : line.length();
                    return;
                }
                if (c != '"' || doubled) {
                    word.append(c);
                }
                doubled = inside && c == '"' && !doubled;
                inside ^= c == '"';
                quotes |= c == '"';
            }
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t' || c == '\r';
        }
    }
}
