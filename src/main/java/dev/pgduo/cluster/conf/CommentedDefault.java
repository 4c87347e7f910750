package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the place in a configuration file where a setting's default is written as a comment, {@code #name = value}, with
 * indented comments that explain it.
 *
 * @param lines the lines of a configuration file
 */
record CommentedDefault(List<String> lines) {
    private static final Pattern SAMPLE = Pattern.compile("\\s*#[ \\t]*(.*\\R?)", Pattern.DOTALL);
    private static final Pattern EXPLANATION = Pattern.compile("[ \\t]+#.*\\R?", Pattern.DOTALL);

    /** The index of the line before which the setting has to be inserted; the end when there is no such comment. */
    int placeFor(String name) {
        int at = 0;
        while (at < lines.size() && !shows(lines.get(at), name)) {
            at++;
        }
        if (at == lines.size()) {
            return at;
        }
        at++;
        while (at < lines.size() && EXPLANATION.matcher(lines.get(at)).matches()) {
            at++;
        }
        return at;
    }

    /**
     * Whether a line is such a comment; an equals sign is required, because a sentence may also begin with a setting's name.
     */
    private static boolean shows(String line, String name) {
        Matcher m = SAMPLE.matcher(line);
        return m.matches()
                && ConfLine.of(m.group(1))
                        .setting()
                        .filter(s -> s.isFor(name)
                                && s.text().substring(0, s.token().start()).contains("="))
                        .isPresent();
    }
}
