package dev.pgduo.shell.script;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.model.Variant;
import dev.pgduo.version.PsqlStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The variant of a lab that options select: {@code --lang ru}, {@code --set NAME=value}, {@code --psql-style server}.
 *
 * @param language the language, or null for the lab's default
 * @param values the values of variables, by name
 * @param style the version of psql whose output is printed, or null for the lab's default
 */
public record LabForm(
        @Nullable String language,
        Map<String, String> values,
        @Nullable PsqlStyle style) {
    /** The lab's own defaults. */
    public static final LabForm OWN = new LabForm(null, Map.of(), null);

    public LabForm {
        values = Map.copyOf(values);
    }

    /**
     * Reads the options.
     *
     * @param set words of the form {@code NAME=value}
     * @param style the value of {@code --psql-style}, or null
     * @throws LabException when a word has another form
     */
    public static LabForm of(@Nullable String language, List<String> set, @Nullable String style) {
        Map<String, String> values = new TreeMap<>();
        for (String each : set) {
            int sign = each.indexOf('=');
            if (sign < 1 || !each.substring(0, sign).strip().matches("[A-Za-z_]\\w*")) {
                throw LabException.of("invalid value for --set: \"" + each + "\"", "Write \"--set NAME=value\".");
            }
            values.put(each.substring(0, sign).strip(), each.substring(sign + 1));
        }
        if (language != null && !Variant.isLanguage(language)) {
            throw LabException.of(
                    "invalid value for --lang: \"" + language + "\"", "Write a language's code, for example \"ru\".");
        }
        return new LabForm(language, values, style == null ? null : PsqlStyle.of(style));
    }

    /** The lab in this variant. */
    public Transcript of(Transcript lab) {
        Variant own = lab.header().run().variant();
        Transcript formed = lab.in(new Variant(language == null ? own.language() : language, values));
        return style == null ? formed : formed.withStyle(style);
    }

    /**
     * Checks that each value is used by at least one of the labs.
     *
     * @throws LabException when one is not
     */
    public void check(List<Transcript> labs) {
        Set<String> known = new TreeSet<>();
        labs.forEach(lab -> known.addAll(lab.settings()));
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                String hint = DidYouMean.nearest(name, known)
                        .map(near -> "Perhaps you meant \"" + near + "\".")
                        .orElse(
                                known.isEmpty()
                                        ? "No lab has a line \"%set NAME = value\"."
                                        : "There are " + String.join(", ", new ArrayList<>(known)) + ".");
                throw new LabException(
                        ErrorReport.error("no lab sets \"" + name + "\"").hint(hint));
            }
        }
    }
}
