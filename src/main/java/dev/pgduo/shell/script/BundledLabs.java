package dev.pgduo.shell.script;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The labs that come with pgduo, and the names by which they are found. */
public final class BundledLabs {
    private static final String PATTERN = "classpath:/" + BundledLab.ROOT + "**/*.lab";
    private static final String USUAL = "en";
    /** A name with a language: {@code course/ru/05}. */
    private static final Pattern WITH_LANGUAGE = Pattern.compile("course/([a-z]{2})/(.+)");

    private BundledLabs() {}

    /** All of them, sorted by path. */
    public static List<BundledLab> all() {
        try {
            List<BundledLab> labs = new ArrayList<>();
            for (Resource lab : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
                String url = lab.getURL().toString();
                labs.add(BundledLab.of(url.substring(url.lastIndexOf(BundledLab.ROOT) + BundledLab.ROOT.length())));
            }
            labs.sort(Comparator.comparing(BundledLab::path));
            return labs;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read pgduo's own labs", e);
        }
    }

    /** All of them; those that differ only in their language are one entry. */
    public static Map<String, List<BundledLab>> byStem() {
        Map<String, List<BundledLab>> labs = new LinkedHashMap<>();
        all().forEach(lab ->
                labs.computeIfAbsent(lab.stem(), stem -> new ArrayList<>()).add(lab));
        return labs;
    }

    /**
     * The file for a word: a file on the disk is preferred, else a lab of pgduo's own with this number or name. Any other word
     * is returned unchanged.
     *
     * @param language the wanted language, or null
     */
    public static String named(String word, @Nullable String language) {
        return Files.exists(Path.of(word))
                ? word
                : find(word, language).map(BundledLab::path).orElse(word);
    }

    /** The lab of pgduo's own for a word; empty when there is none. */
    public static Optional<BundledLab> find(String word, @Nullable String language) {
        String bare = bare(word);
        Matcher said = WITH_LANGUAGE.matcher(bare);
        boolean own = said.matches();
        String name = own ? "course/" + said.group(2) : bare;
        List<BundledLab> all = all();
        List<BundledLab> named =
                all.stream().filter(lab -> lab.stem().equals(name)).toList();
        List<BundledLab> labs =
                named.isEmpty() ? all.stream().filter(lab -> lab.isCalled(name)).toList() : named;
        return own ? in(labs, said.group(1)) : chosen(labs, language);
    }

    private static Optional<BundledLab> chosen(List<BundledLab> labs, @Nullable String language) {
        return in(labs, language == null ? USUAL : language)
                .or(() -> in(labs, USUAL))
                .or(() -> labs.stream().findFirst());
    }

    private static Optional<BundledLab> in(List<BundledLab> labs, String language) {
        return labs.stream().filter(lab -> lab.language().equals(language)).findFirst();
    }

    private static String bare(String word) {
        String inside = word.replaceFirst("^(\\./)?lab-scripts/", "");
        return inside.endsWith(".lab") ? inside.substring(0, inside.length() - ".lab".length()) : inside;
    }

    /** The HINT for a word that names no lab; empty when the word looks like a file's name. */
    static Optional<String> hint(String word) {
        String bare = bare(word);
        if (bare.matches("(course/)?([a-z]{2}/)?\\d+")) {
            return Optional.of("\"labs list\" shows the labs that come with pgduo.");
        }
        TreeSet<String> names = new TreeSet<>();
        all().forEach(lab -> lab.names().stream()
                .filter(name -> !name.matches("(course/)?\\d+"))
                .forEach(names::add));
        return DidYouMean.nearest(bare.replaceFirst("^course/[a-z]{2}/", "course/"), names)
                .map(near -> "Perhaps you meant \"" + near + "\", which comes with pgduo.")
                .or(() -> bare.startsWith("course/") || (!word.contains("/") && !word.endsWith(".lab"))
                        ? Optional.of("\"labs list\" shows the labs that come with pgduo.")
                        : Optional.empty());
    }

    /**
     * Checks that a file can be written to.
     *
     * @throws LabException when it is a lab of pgduo's own
     */
    static void requireOnDisk(String file) {
        if (!Files.exists(Path.of(file)) && at(file).isPresent()) {
            throw LabException.of("cannot write \"" + file + "\": it comes inside pgduo");
        }
    }

    /** The lab with exactly this path; empty when there is none. */
    static Optional<BundledLab> at(String path) {
        return path.endsWith(".lab")
                        && !path.startsWith("/")
                        && BundledLab.class.getClassLoader().getResource(BundledLab.ROOT + path) != null
                ? Optional.of(BundledLab.of(path))
                : Optional.empty();
    }
}
