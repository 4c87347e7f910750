package dev.pgduo.transcript.model;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of {@code %capture} so far, by name. {@code %{NAME}} is replaced by one; a doubled percent sign before the brace
 * is literal.
 *
 * @param values by name
 */
public record Captures(Map<String, String> values) {
    private static final Pattern REFERENCE = Pattern.compile("%%\\{|%\\{([A-Za-z_]\\w*)}");

    public Captures {
        values = Map.copyOf(values);
    }

    /** No values. */
    public static Captures none() {
        return new Captures(Map.of());
    }

    /** The values and one more; it replaces one of the same name. */
    public Captures with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Captures(more);
    }

    /**
     * A text with its references replaced.
     *
     * @throws LabException with the reference's line, when there is no value of its name
     */
    public String expand(String text, String source, int line) {
        return expand(text, source, line, UnaryOperator.identity());
    }

    /** The text with references replaced that have a value; others are kept. */
    public String shown(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? "%{" : values.getOrDefault(found.group(1), found.group())));
    }

    String expand(String text, String source, int line, UnaryOperator<String> quote) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = name == null ? "%{" : quote.apply(value(name, place(text, matcher.start(), source, line)));
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(expanded).toString();
    }

    private String value(String name, Position at) {
        String value = values.get(name);
        if (value == null) {
            throw new LabException(ErrorReport.error("nothing was captured as \"" + name + "\"")
                    .hint(hint(name))
                    .at(at));
        }
        return value;
    }

    private String hint(String name) {
        return DidYouMean.nearest(name, values.keySet())
                .map(near -> "Perhaps you meant %{" + near + "}.")
                .orElse("Put \"%capture " + name + " = COLUMN\" under the output that has the value; " + "write %%{"
                        + name + "} for the text itself.");
    }

    private static Position place(String text, int offset, String source, int line) {
        long above = text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Position(source, line + (int) above, 0);
    }
}
