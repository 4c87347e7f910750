package dev.pgduo.session.help;

import dev.pgduo.report.ResourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The help on SQL commands (psql 15: {@code helpSQL}). Thread-safe. */
public final class SqlHelp {
    private static final String BEGINNING = "Command:     ";

    /** The help on one command; read at the first use. */
    private record Entry(String command, String text) {
        static Entry of(String text) {
            return new Entry(text.substring(BEGINNING.length(), text.indexOf('\n')), text);
        }

        boolean begins(String topic, int length) {
            return command.regionMatches(true, 0, topic, 0, length);
        }
    }

    private static final class Entries {
        static final List<Entry> ALL = Stream.of(
                        ResourceText.of(SqlHelp.class, "sql.txt").split("(?m)^(?=" + BEGINNING + ")", -1))
                .filter(text -> !text.isEmpty())
                .map(Entry::of)
                .toList();
    }

    private SqlHelp() {}

    /** The names of all commands in columns, for an output of this width; 80 when it is 0. */
    public static String list(int width) {
        int cell = 1
                + Entries.ALL.stream()
                        .mapToInt(entry -> entry.command().length())
                        .max()
                        .orElse(0);
        int columns = Math.max(1, ((width == 0 ? 80 : width) - 3) / cell);
        int rows = (Entries.ALL.size() + columns - 1) / columns;
        StringBuilder text = new StringBuilder("Available help:\n");
        for (int row = 0; row < rows; row++) {
            text.append("  ");
            for (int column = 0; column < columns; column++) {
                int place = row + column * rows;
                String command =
                        place < Entries.ALL.size() ? Entries.ALL.get(place).command() : "";
                text.append(command);
                text.append(column == columns - 1 ? "\n" : " ".repeat(cell - command.length()));
            }
        }
        return text.toString();
    }

    /**
     * The help on commands that begin with the topic, or else with its first two words, or its first word; {@code *} is all.
     */
    public static String about(String topic) {
        if (topic.equals("*")) {
            return ResourceText.of(SqlHelp.class, "sql.txt");
        }
        for (int length : beginnings(topic)) {
            String found = matching(topic, length);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "No help available for \"" + topic + "\".\nTry \\h with no arguments to see available help.\n";
    }

    /** The lengths of the beginnings that are tried: all words, two words, one word. */
    private static List<Integer> beginnings(String topic) {
        List<Integer> lengths = new ArrayList<>(List.of(topic.length()));
        int first = topic.indexOf(' ');
        int second = first < 0 ? -1 : topic.indexOf(' ', first + 1);
        Stream.of(second, first).filter(end -> end > 0).forEach(lengths::add);
        return lengths;
    }

    private static String matching(String topic, int length) {
        StringBuilder found = new StringBuilder();
        for (Entry entry : Entries.ALL) {
            if (entry.begins(topic, length)) {
                found.append(entry.text());
                if (entry.command().equalsIgnoreCase(topic)) {
                    break;
                }
            }
        }
        return found.toString();
    }
}
