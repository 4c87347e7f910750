package dev.pgduo.shell.psql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * psql's options as they are read from its command line, in order (GNU {@code getopt_long}: options and names may be
 * mixed, long ones abbreviated, {@code --} ends them).
 *
 * @param options the options, by their letter
 * @param names what is none: database and user
 */
record CommandLine(List<Option> options, List<String> names) {
    /**
     * One option.
     *
     * @param letter the short name; {@code ?} for {@code --help}, {@code C} for {@code --csv}
     * @param value empty where it takes none or none was given
     */
    record Option(char letter, String value) {}

    /** What the command line cannot be read for, in getopt's words. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String words) {
            super(words, null, false, false);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    static final char CSV = 'C';
    static final char HELP = '?';
    private static final String PLAIN = "aAbeEHlnqsStVwWxXz?01";
    private static final String VALUED = "cdfFhLopPRTUv";
    /** Long names with their letters, in psql's order. */
    private static final Map<String, Character> LONG = new LinkedHashMap<>();

    static {
        String names = """
                echo-all=a no-align=A command=c dbname=d echo-queries=e echo-errors=b echo-hidden=E file=f field-
                separator=F field-separator-zero=z host=h html=H list=l log-file=L no-readline=n single-
                transaction=1 output=o port=p pset=P quiet=q record-separator=R record-separator-zero=0 single-
                step=s single-line=S tuples-only=t table-attr=T username=U set=v variable=v version=V no-password=w
                password=W expanded=x no-psqlrc=X help=? csv=C
                """;
        for (String pair : names.strip().split("\\s+", -1)) {
            LONG.put(pair.substring(0, pair.length() - 2), pair.charAt(pair.length() - 1));
        }
    }

    static CommandLine of(List<String> words) throws Unreadable {
        CommandLine line = new CommandLine(new ArrayList<>(), new ArrayList<>());
        int next = 0;
        while (next < words.size()) {
            String word = words.get(next++);
            if (word.equals("--")) {
                line.names.addAll(words.subList(next, words.size()));
                break;
            }
            Optional<String> following = next < words.size() ? Optional.of(words.get(next)) : Optional.empty();
            next += line.take(word, following) ? 1 : 0;
        }
        return line;
    }

    /** Takes one word; whether the following one was its value. */
    private boolean take(String word, Optional<String> following) throws Unreadable {
        if (word.startsWith("--")) {
            return longOption(word.substring(2), following);
        }
        if (word.length() > 1 && word.startsWith("-")) {
            return letters(word, following);
        }
        names.add(word);
        return false;
    }

    private boolean letters(String word, Optional<String> following) throws Unreadable {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (VALUED.indexOf(letter) >= 0) {
                boolean attached = i + 1 < word.length();
                if (!attached && following.isEmpty()) {
                    throw new Unreadable("option requires an argument -- '" + letter + "'");
                }
                options.add(new Option(letter, attached ? word.substring(i + 1) : following.orElse("")));
                return !attached;
            }
            if (PLAIN.indexOf(letter) < 0) {
                throw new Unreadable("invalid option -- '" + letter + "'");
            }
            options.add(new Option(letter, ""));
        }
        return false;
    }

    private boolean longOption(String text, Optional<String> following) throws Unreadable {
        int equals = text.indexOf('=');
        String given = equals < 0 ? text : text.substring(0, equals);
        String name = longName(given, text);
        char letter = LONG.getOrDefault(name, HELP);
        boolean valued = VALUED.indexOf(letter) >= 0;
        if (equals >= 0) {
            if (!valued && letter != HELP) {
                throw new Unreadable("option '--" + name + "' doesn't allow an argument");
            }
            options.add(new Option(letter, text.substring(equals + 1)));
            return false;
        }
        if (valued && following.isEmpty()) {
            throw new Unreadable("option '--" + name + "' requires an argument");
        }
        options.add(new Option(letter, valued ? following.orElse("") : ""));
        return valued;
    }

    private static String longName(String given, String text) throws Unreadable {
        if (LONG.containsKey(given)) {
            return given;
        }
        List<String> meant =
                LONG.keySet().stream().filter(name -> name.startsWith(given)).toList();
        if (meant.isEmpty()) {
            throw new Unreadable("unrecognized option '--" + text + "'");
        }
        if (meant.stream().map(LONG::get).distinct().count() > 1) {
            throw new Unreadable("option '--" + given + "' is ambiguous; possibilities: "
                    + String.join(
                            " ", meant.stream().map(name -> "'--" + name + "'").toList()));
        }
        return meant.get(0);
    }
}
