package dev.pgduo.lab.os;

import dev.pgduo.report.LabException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * sed's {@code s/regular expression/replacement/flags} on the lines of a text.
 *
 * @param pattern the regular expression in Java's syntax
 * @param replacement the replacement in Java's syntax
 * @param global whether all matches of a line are replaced, not only the first one
 * @see <a href="https://www.gnu.org/software/sed/manual/sed.html">GNU sed manual, "s" command</a>
 */
public record SedSubstitution(GuardedRegex pattern, String replacement, boolean global) {
    /**
     * Syntax that Java reads differently from sed: nested classes, Java's own escapes and groups, a second sign after a
     * repetition, and a repetition of nothing. The real program runs such commands.
     */
    private static final Pattern DIFFERENT = Pattern.compile(
            "\\[[^\\]]*(?:\\[|&&|\\\\)|\\\\[A-Za-z<>`'&&[^sSwWbB]]" + "|\\(\\?|[*+?}][*+?{]|(?:^|[(|])[*+?{]");

    private static final Pattern REFERENCE = Pattern.compile("\\\\(?:(\\d)|.)");

    /**
     * Reads an {@code s} command; empty when it is another command or has a flag that is not g or i.
     *
     * @param extended whether the expression is in the extended syntax ({@code sed -E})
     */
    public static Optional<SedSubstitution> parse(String command, boolean extended) {
        if (command.length() < 4 || command.charAt(0) != 's') {
            return Optional.empty();
        }
        char delimiter = command.charAt(1);
        int middle = end(command, 2, delimiter);
        int last = middle < 0 ? -1 : end(command, middle + 1, delimiter);
        if (last < 0 || Character.isLetterOrDigit(delimiter)) {
            return Optional.empty();
        }
        String flags = command.substring(last + 1);
        return flags.matches("[gIi]*")
                ? compile(command.substring(2, middle), command.substring(middle + 1, last), flags, extended)
                : Optional.empty();
    }

    /** The text after the substitution in each of its lines; line ends stay as they are. */
    public String apply(String text) {
        return pattern.within(matchers -> apply(text, matchers));
    }

    private String apply(String text, Function<String, Matcher> matchers) {
        StringBuilder result = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            Matcher matcher = matchers.apply(text.substring(start, end));
            result.append(global ? matcher.replaceAll(replacement) : matcher.replaceFirst(replacement));
            result.append(text, end, newline < 0 ? end : end + 1);
            start = end + 1;
        }
        return result.toString();
    }

    private static Optional<SedSubstitution> compile(String regex, String with, String flags, boolean extended) {
        try {
            int options = flags.toLowerCase(java.util.Locale.ROOT).contains("i") ? Pattern.CASE_INSENSITIVE : 0;
            String java = extended ? regex : basicToJava(regex);
            if (DIFFERENT.matcher(java).find()) {
                return Optional.empty();
            }
            GuardedRegex pattern = new GuardedRegex(java, options);
            return groups(with) <= pattern.groups()
                    ? Optional.of(new SedSubstitution(pattern, replacementToJava(with), flags.contains("g")))
                    : Optional.empty();
        } catch (LabException e) {
            // The real program reports the error.
            return Optional.empty();
        }
    }

    /** The highest group number after a backslash. */
    private static int groups(String replacement) {
        return REFERENCE
                .matcher(replacement)
                .results()
                .map(reference -> reference.group(1))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private static int end(String command, int from, char delimiter) {
        for (int i = from; i < command.length(); i++) {
            if (command.charAt(i) == '\\') {
                i++;
            } else if (command.charAt(i) == delimiter) {
                return i;
            }
        }
        return -1;
    }

    /** Converts the basic syntax, in which {@code \( \) \{ \} \+ \? \|} are operators and the bare characters are literal. */
    private static String basicToJava(String basic) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < basic.length(); i++) {
            char c = basic.charAt(i);
            if (c == '\\' && i + 1 < basic.length()) {
                char next = basic.charAt(++i);
                java.append("(){}+?|".indexOf(next) >= 0 ? "" + next : next == '/' ? "/" : "\\" + next);
            } else {
                java.append("(){}+?|".indexOf(c) >= 0 ? "\\" + c : "" + c);
            }
        }
        return java.toString();
    }

    private static String replacementToJava(String sed) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < sed.length(); i++) {
            char c = sed.charAt(i);
            if (c == '\\' && i + 1 < sed.length()) {
                char next = sed.charAt(++i);
                java.append(Character.isDigit(next) ? "$" + next : next == 'n' ? "\n" : literal(next));
            } else {
                java.append(c == '&' ? "$0" : literal(c));
            }
        }
        return java.toString();
    }

    private static String literal(char c) {
        return c == '$' || c == '\\' ? "\\" + c : "" + c;
    }
}
