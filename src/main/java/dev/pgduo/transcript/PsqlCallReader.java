package dev.pgduo.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words of a {@code psql …} line. */
final class PsqlCallReader {
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|\\S)+");
    private static final Map<String, String> LONG =
            Map.of("host", "h", "port", "p", "username", "U", "user", "U", "dbname", "d");
    private static final Pattern CONNINFO = Pattern.compile("(\\w+)\\s*=\\s*(\\S+)");
    private static final String WITH_VALUE = "cdfFhLopPRTUv";

    private final Deque<String> words = new ArrayDeque<>();
    private final Map<String, String> values = new TreeMap<>();
    private final List<String> plain = new ArrayList<>();

    static PsqlCall read(String line) {
        PsqlCallReader reader = new PsqlCallReader();
        String command = line.strip();
        WORD.matcher(command)
                .results()
                .skip(1)
                .forEach(word -> reader.words.add(word.group().replaceAll("[\"']", "")));
        return reader.call(command);
    }

    private PsqlCall call(String command) {
        while (!words.isEmpty()) {
            word(words.remove());
        }
        String database = values.getOrDefault("d", plain.isEmpty() ? "" : plain.get(0));
        if (database.contains("=")) {
            conninfo(database);
        }
        return new PsqlCall(
                command, values.get("h"), port(), user(), database.contains("=") ? values.get("d") : orNull(database));
    }

    private void word(String word) {
        if (word.startsWith("--")) {
            String[] parts = word.substring(2).split("=", 2);
            String option = LONG.get(parts[0]);
            if (option != null) {
                values.put(option, parts.length == 2 ? parts[1] : value());
            }
        } else if (word.startsWith("-") && word.length() > 1) {
            letters(word.substring(1));
        } else {
            plain.add(word);
        }
    }

    private void letters(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (WITH_VALUE.indexOf(letters.charAt(i)) >= 0) {
                String rest = letters.substring(i + 1);
                values.put(letters.substring(i, i + 1), rest.isEmpty() ? value() : rest);
                return;
            }
        }
    }

    private String value() {
        return words.isEmpty() ? "" : words.remove();
    }

    private void conninfo(String text) {
        values.remove("d");
        Map<String, String> names = Map.of("host", "h", "port", "p", "user", "U", "dbname", "d");
        Matcher matcher = CONNINFO.matcher(text);
        while (matcher.find()) {
            String option = names.get(matcher.group(1));
            if (option != null) {
                values.put(option, matcher.group(2));
            }
        }
    }

    private @Nullable Integer port() {
        String port = values.getOrDefault("p", "");
        return port.matches("\\d{1,5}") ? Integer.valueOf(port) : null;
    }

    private @Nullable String user() {
        return values.containsKey("U") ? values.get("U") : plain.size() > 1 ? plain.get(1) : null;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
