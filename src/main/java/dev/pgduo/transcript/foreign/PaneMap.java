package dev.pgduo.transcript.foreign;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The panes as given by {@code --map}: of prompts, of lines by their numbers, of machines, clusters and ports that commands
 * name, and of what the text says where it has a word.
 */
public final class PaneMap {
    private static final Pattern RANGE = Pattern.compile("(?<from>\\d{1,7})(?:-(?<to>\\d{1,7}))?");

    private final Map<String, ForeignPane> panes = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    /** The entries that name a prompt, and are no words of the text. */
    private final Set<String> prompts = new HashSet<>();

    private PaneMap() {}

    /**
     * Parses the values of {@code --map}.
     *
     * @param words each {@code PROMPT=PANE}
     * @throws LabException when one has another form
     */
    public static PaneMap of(List<String> words) {
        PaneMap map = new PaneMap();
        for (String word : words) {
            int split = word.lastIndexOf('=');
            String prompt = split < 0 ? "" : word.substring(0, split).strip();
            ForeignPane pane = ForeignPane.of(word.substring(split + 1)).orElse(null);
            if (prompt.isEmpty() || pane == null) {
                throw new LabException(
                        ErrorReport.error("invalid --map \"" + word + "\"")
                                .detail(ForeignPane.FORMS)
                                .hint(
                                        "Write 'PROMPT=PANE', for example --map 'postgres=#=1' or --map 'student$=a'; lines (120-140=b) and names (db2=b) do as well."));
            }
            map.panes.put(prompt, pane);
        }
        return map;
    }

    /** The same map for another file, with no entry used yet. */
    PaneMap fresh() {
        PaneMap map = new PaneMap();
        map.panes.putAll(panes);
        return map;
    }

    /** Tells which entries name prompts of the document, so that they are no words of its text. */
    void prompts(List<ForeignStep> steps) {
        steps.forEach(step -> key(step.prompt()).ifPresent(prompts::add));
    }

    /** The pane for a command: by its line, or by its prompt, if that is in the map. */
    Optional<ForeignPane> of(ForeignStep step) {
        Optional<ForeignPane> line = line(step.line().number());
        return line.isPresent() ? line : of(step.prompt());
    }

    /** The pane for what stands in this line. */
    Optional<ForeignPane> line(int number) {
        return first(key -> {
            Matcher range = RANGE.matcher(key);
            if (!range.matches()) {
                return false;
            }
            int from = Integer.parseInt(range.group("from"));
            int to = range.group("to") == null ? from : Integer.parseInt(range.group("to"));
            return from <= number && number <= to;
        });
    }

    /** The node of a machine, cluster or port. */
    @Nullable
    String node(String name) {
        return first(key -> key.equalsIgnoreCase(name)).map(ForeignPane::node).orElse(null);
    }

    /** The words of a text that the map has, each with its pane. */
    Map<String, ForeignPane> words(String text) {
        Map<String, ForeignPane> words = new LinkedHashMap<>();
        panes.forEach((key, pane) -> {
            if (!pane.text()
                    && !prompts.contains(key)
                    && !RANGE.matcher(key).matches()
                    && word(key).matcher(text).find()) {
                used.add(key);
                words.put(key, pane);
            }
        });
        return words;
    }

    /** A pattern for a word of the map where it stands in a text. */
    static Pattern word(String key) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_.-])" + Pattern.quote(key) + "(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Optional<ForeignPane> first(Predicate<String> wanted) {
        Optional<String> key = panes.keySet().stream().filter(wanted).findFirst();
        key.ifPresent(used::add);
        return key.map(panes::get);
    }

    /** The pane for the lines of this prompt, if it is in the map. */
    private Optional<ForeignPane> of(ForeignPrompt prompt) {
        return key(prompt).map(panes::get);
    }

    private Optional<String> key(ForeignPrompt prompt) {
        for (String name : List.of(prompt.shown(), prompt.bars(), prompt.key(), prompt.name())) {
            for (String key : panes.keySet()) {
                if (!name.isEmpty() && (key.equals(name) || name.equals(normal(key)))) {
                    used.add(key);
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }

    /** The key of a prompt that was given with a directory or a mark of a transaction. */
    private static @Nullable String normal(String written) {
        return PromptReader.read(written + " select 1;")
                .or(() -> PromptReader.read(written + " ls"))
                .map(ForeignPrompt::shown)
                .orElse(null);
    }

    /** Whether a line is text, whatever it looks like. */
    boolean text(int line) {
        return line(line).filter(ForeignPane::text).isPresent();
    }

    /** The keys of prompts that are text. */
    Set<String> text() {
        Set<String> keys = new HashSet<>();
        panes.forEach((key, pane) -> {
            if (pane.text()) {
                used.add(key);
                keys.add(key);
                String normal = normal(key);
                if (normal != null) {
                    keys.add(normal);
                }
            }
        });
        return keys;
    }

    /** The entries for which there is nothing. */
    List<String> unused() {
        List<String> unused = new ArrayList<>(panes.keySet());
        unused.removeAll(used);
        return unused;
    }
}
