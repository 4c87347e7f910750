package dev.pgduo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documentation, read as a person would: blocks in order, links. */
final class Docs {
    private static final Pattern FENCE = Pattern.compile(
            "(<!-- not run: [^\\n]+ -->\\n)?^```([a-z]*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SHOWN = Pattern.compile(
            "(?<!-->)\\n```console\\n\\./pgduo([^\\n]*)\\n```\\n\\n```text\\n(.*?)^```$",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$", Pattern.MULTILINE);

    private Docs() {}

    /**
     * A fenced block.
     *
     * @param kind what stands behind the fence: console is commands, lab a lab, text a picture, yaml a file of others
     * @param run whether its commands are run
     */
    record Block(Path file, String kind, boolean run, String text) {}

    /**
     * A link to a file of the project.
     *
     * @param to the file, seen from the top directory
     * @param heading the heading in it, as GitHub names it in addresses, or empty
     */
    record Link(Path to, String heading) {
        boolean leadsSomewhere() {
            try {
                return Files.exists(to) && (heading.isEmpty() || headings(to).contains(heading));
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** The pages: those at the top and beside the labs, then everything under docs. */
    static List<Path> files() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream<Path> pages = docs.filter(file -> file.toString().endsWith(".md"));
            Stream<Path> others = Stream.of(
                            "README.md", "README.ru.md", "CONTRIBUTING.md", "CHANGELOG.md", "lab-scripts/README.md")
                    .map(Path::of);
            return Stream.concat(others, pages.sorted()).toList();
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

    /** Command lines that are alone in a block, each with the end of its output, where a block of text right under it has that. */
    static Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Path file : files()) {
            Matcher shown = SHOWN.matcher(Files.readString(file));
            while (shown.find()) {
                outputs.put(shown.group(1), shown.group(2));
            }
        }
        return outputs;
    }

    static List<Block> blocks(Path file) throws IOException {
        return blocks().stream().filter(block -> block.file().equals(file)).toList();
    }

    /** The rest of each line that begins so, in blocks of commands that are run; a block that two pages have counts once. */
    static List<String> commands(String beginning) throws IOException {
        return commands(beginning, Block::run);
    }

    static List<String> commands(String beginning, Predicate<Block> which) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        blocks().stream()
                .filter(block -> block.kind().equals("console") && which.test(block))
                .forEach(block -> texts.add(block.text()));
        return texts.stream()
                .flatMap(String::lines)
                .map(line -> line.startsWith("$ ") ? line.substring(2) : line)
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .toList();
    }

    /** The links of a page to files of the project and to its own headings; those to the web are not looked at. */
    static List<Link> links(Path file) throws IOException {
        return LINK.matcher(FENCE.matcher(Files.readString(file)).replaceAll(""))
                .results()
                .map(link -> new Link(
                        link.group(1).isEmpty()
                                ? file
                                : file.resolveSibling(link.group(1)).normalize(),
                        link.group(2) == null ? "" : link.group(2)))
                .toList();
    }

    /** What addresses call the headings of a page; the second one of a name gets a number. */
    static Set<String> headings(Path file) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> names = new TreeSet<>();
        Matcher heading = HEADING.matcher(FENCE.matcher(Files.readString(file)).replaceAll(""));
        while (heading.find()) {
            String name = heading.group(1)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int times = seen.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + "-" + (times - 1));
        }
        return names;
    }
}
