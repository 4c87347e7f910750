package dev.pgduo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documentation, read as a person would: blocks in order, links. */
final class Docs {
    private static final Pattern FENCE = Pattern.compile(
            "(<!-- not run: [^\\n]+ -->\\n)?^```([a-z]+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern PLACE = Pattern.compile("\\]\\(([^)#:]*)#([^)]+)\\)");

    private Docs() {}

    /**
     * A fenced block.
     *
     * @param kind what stands behind the fence: console is commands, lab a transcript, text a picture
     * @param run whether its commands are run
     */
    record Block(Path file, String kind, boolean run, String text) {}

    /** The pages: README and CONTRIBUTING, then everything under docs. */
    static List<Path> files() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream<Path> pages = docs.filter(file -> file.toString().endsWith(".md"));
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), pages.sorted())
                    .toList();
        }
    }

    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path file : files()) {
            Matcher fence = FENCE.matcher(Files.readString(file));
            while (fence.find()) {
                blocks.add(new Block(file, fence.group(2), fence.group(1) == null, fence.group(3)));
            }
        }
        return blocks;
    }

    /** The rest of each line that begins so, in blocks of commands that are run. */
    static List<String> commands(String beginning) throws IOException {
        return blocks().stream()
                .filter(block -> block.run() && block.kind().equals("console"))
                .flatMap(block -> block.text().lines())
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .toList();
    }

    /** The files that a document links to, seen from the top directory. */
    static List<Path> links(Path file) throws IOException {
        return LINK.matcher(Files.readString(file))
                .results()
                .map(link -> file.resolveSibling(link.group(1)).normalize())
                .toList();
    }

    /** The places inside of pages that a document links to, its own among them, which are not there. */
    static List<String> missingAnchors(Path file) throws IOException {
        List<String> missing = new ArrayList<>();
        for (MatchResult link : PLACE.matcher(Files.readString(file)).results().toList()) {
            Path page = link.group(1).isEmpty()
                    ? file
                    : file.resolveSibling(link.group(1)).normalize();
            if (page.toString().endsWith(".md") && !anchors(page).contains(link.group(2))) {
                missing.add(link.group());
            }
        }
        return missing;
    }

    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        try (Stream<String> lines = Files.lines(page)) {
            lines.filter(line -> line.matches("#+ .*"))
                    .map(line -> line.replaceFirst("#+ +", "").toLowerCase(Locale.ROOT))
                    .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                    .forEach(anchors::add);
        }
        return anchors;
    }
}
