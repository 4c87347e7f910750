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
 * A lab that comes with pgduo.
 *
 * @param path below the directory of all of them, with slashes: {@code course/en/05-synchronous-commit.lab}
 * @param language its directory's language; empty for a lab in none
 * @param stem the path without language and {@code .lab}: {@code course/05-synchronous-commit}
 */
public record BundledLab(String path, String language, String stem) {
    static final String ROOT = "dev/pgduo/lab-scripts/";
    private static final Pattern COURSE = Pattern.compile("(course)/([a-z]{2})/(.+)\\.lab");
    private static final Pattern NUMBERED = Pattern.compile("course/(\\d{1,4})-(.+)");

    /** The lab with this path. */
    public static BundledLab of(String path) {
        Matcher course = COURSE.matcher(path);
        return course.matches()
                ? new BundledLab(path, course.group(2), course.group(1) + "/" + course.group(3))
                : new BundledLab(path, "", path.substring(0, path.length() - ".lab".length()));
    }

    /** Its number in the course; empty for other labs. */
    public OptionalInt number() {
        Matcher matcher = NUMBERED.matcher(stem);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** The number as it is written in the file's name; empty when there is none. */
    public String shownNumber() {
        Matcher matcher = NUMBERED.matcher(stem);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Its name without the number. */
    public String name() {
        Matcher matcher = NUMBERED.matcher(stem);
        return matcher.matches() ? matcher.group(2) : stem;
    }

    /** The names by which commands can refer to it, the longest first. */
    List<String> names() {
        String number = shownNumber();
        return number.isEmpty()
                ? List.of(stem)
                : List.of(stem, "course/" + number, "course/" + name(), number + "-" + name(), number, name());
    }

    /** Whether a word, without language and {@code .lab}, is one of its names; leading zeros of a number may be omitted. */
    boolean isCalled(String word) {
        String bare = word.startsWith("course/") ? word.substring("course/".length()) : word;
        boolean digits = bare.matches("\\d{1,4}");
        return digits
                ? number().isPresent() && number().getAsInt() == Integer.parseInt(bare)
                : names().contains(word.toLowerCase(Locale.ROOT));
    }

    /** The file's content. */
    byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(
                BundledLab.class.getClassLoader().getResourceAsStream(ROOT + path), "it is in the program")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read pgduo's own lab " + path, e);
        }
    }

    /** Parses the lab. */
    public Transcript transcript() {
        return TranscriptReader.parse(bytes(), path);
    }
}
