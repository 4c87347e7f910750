package dev.pgduo.export;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All formats, by name. */
public final class Formats {
    private static final Map<String, ExportFormat> ALL = new TreeMap<>(Map.of(
            "asciicast", new Asciicast(Asciicast.Version.TWO),
            "asciicast3", new Asciicast(Asciicast.Version.THREE),
            "asciidoc", new AsciiDoc(),
            "bash", new Bash(),
            "html", new Html(),
            "markdown", new Markdown(),
            "svg", new Svg(Svg.Motion.STILL),
            "svg-animated", new Svg(Svg.Motion.ANIMATED),
            "text", new PlainText()));

    private Formats() {}

    /** The names, sorted. */
    public static Set<String> all() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    /**
     * The format of this name.
     *
     * @throws LabException when there is none of this name
     */
    public static ExportFormat of(String name) {
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(() -> new LabException(ErrorReport.error("there is no format \"" + name + "\"")
                        .hint(DidYouMean.nearest(name, ALL.keySet())
                                .map(near -> "Perhaps you meant \"" + near + "\".")
                                .orElse("The formats are " + String.join(", ", all()) + "."))));
    }
}
