package dev.pgduo.shell.script;

import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lab that comes inside the program.
 *
 * @param path below the folder of all of them, with slashes: {@code course/en/05-synchronous-commit.lab}
 * @param language of its folder; empty for a lab that stands in none
 * @param stem its name without language and {@code .lab}: {@code course/05-synchronous-commit}
 */
public record BundledLab(String path, String language, String stem) {
    static final String ROOT = "dev/pgduo/lab-scripts/";
    private static final Pattern COURSE = Pattern.compile("(course)/([a-z]{2})/(.+)\\.lab");
    private static final Pattern NUMBERED = Pattern.compile("course/(\\d{1,4})-(.+)");

    /** The lab of this path. */
    public static BundledLab of(String path) {
        Matcher course = COURSE.matcher(path);
        return course.matches()
                ? new BundledLab(path, course.group(2), course.group(1) + "/" + course.group(3))
                : new BundledLab(path, "", path.substring(0, path.length() - ".lab".length()));
    }

    /** Its number in the course; empty when it is not of the course. */
    public OptionalInt number() {
        Matcher matcher = NUMBERED.matcher(stem);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** The number as it is written; empty when there is none. */
    public String shownNumber() {
        Matcher matcher = NUMBERED.matcher(stem);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Its name without number. */
    public String name() {
        Matcher matcher = NUMBERED.matcher(stem);
        return matcher.matches() ? matcher.group(2) : stem;
    }

    /** What it can be called with the words of a command: the longest one first. */
    List<String> names() {
        String number = shownNumber();
        return number.isEmpty()
                ? List.of(stem)
                : List.of(stem, "course/" + number, "course/" + name(), number + "-" + name(), number, name());
    }

    /** Whether this word, without language and {@code .lab}, means it; a number may have fewer zeros in front. */
    boolean isCalled(String word) {
        String bare = word.startsWith("course/") ? word.substring("course/".length()) : word;
        boolean digits = bare.matches("\\d{1,4}");
        return digits
                ? number().isPresent() && number().getAsInt() == Integer.parseInt(bare)
                : names().contains(word.toLowerCase(Locale.ROOT));
    }

    /** What is in it. */
    byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(
                BundledLab.class.getClassLoader().getResourceAsStream(ROOT + path), "it is in the program")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read pgduo's own lab " + path, e);
        }
    }

    /** Reads it. */
    public Transcript transcript() {
        return TranscriptReader.parse(bytes(), path);
    }
}
