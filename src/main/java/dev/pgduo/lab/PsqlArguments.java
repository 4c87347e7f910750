package dev.pgduo.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a typed {@code psql} line leads to.
 *
 * @param port {@code -p}, or null
 * @param user {@code -U} or the second word, or null
 * @param database {@code -d} or the first word, or null
 */
public record PsqlArguments(
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String database) {
    private static final List<String> PORT = List.of("-p", "--port");
    private static final List<String> USER = List.of("-U", "--username");
    private static final List<String> DATABASE = List.of("-d", "--dbname");
    private static final List<String> OTHERS = List.of("-h", "--host", "-v", "--set", "-P", "--pset", "-F", "-R");

    /** Reads the words behind {@code psql}; options that do not say where to are passed over. */
    public static PsqlArguments of(List<String> words) {
        Integer port = null;
        String user = null;
        String database = null;
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.startsWith("--") ? word.split("=", 2)[0] : word.substring(0, Math.min(2, word.length()));
            boolean inline = word.length() > name.length();
            boolean valued =
                    PORT.contains(name) || USER.contains(name) || DATABASE.contains(name) || OTHERS.contains(name);
            if (!word.startsWith("-")) {
                operands.add(word);
            }
            if (!valued) {
                continue;
            }
            String value = inline
                    ? word.substring(name.length() + (name.startsWith("--") ? 1 : 0))
                    : i + 1 < words.size() ? words.get(++i) : "";
            port = PORT.contains(name) && value.matches("\\d{1,5}") ? Integer.valueOf(value) : port;
            user = USER.contains(name) ? value : user;
            database = DATABASE.contains(name) ? value : database;
        }
        return new PsqlArguments(
                port,
                user == null && operands.size() > 1 ? operands.get(1) : user,
                database == null && !operands.isEmpty() ? operands.get(0) : database);
    }
}
