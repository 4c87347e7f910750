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
import org.jspecify.annotations.Nullable;

/** The panes of prompts as given by {@code --map}. */
public final class PaneMap {
    private final Map<String, ForeignPane> panes = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

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
                throw new LabException(ErrorReport.error("invalid --map \"" + word + "\"")
                        .detail(ForeignPane.FORMS)
                        .hint("Write 'PROMPT=PANE', for example --map 'postgres=#=1' or --map 'student$=a'."));
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

    /** The pane for the lines of this prompt, if it is in the map. */
    Optional<ForeignPane> of(ForeignPrompt prompt) {
        for (String name : List.of(prompt.shown(), prompt.bars(), prompt.key(), prompt.name())) {
            for (Map.Entry<String, ForeignPane> entry : panes.entrySet()) {
                if (!name.isEmpty() && (entry.getKey().equals(name) || name.equals(normal(entry.getKey())))) {
                    used.add(entry.getKey());
                    return Optional.of(entry.getValue());
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

    /** The entries for prompts that no line has. */
    List<String> unused() {
        List<String> unused = new ArrayList<>(panes.keySet());
        unused.removeAll(used);
        return unused;
    }
}
