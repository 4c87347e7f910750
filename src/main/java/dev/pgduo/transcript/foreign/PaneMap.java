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

/** Which prompt is which pane, as a person has said it. */
public final class PaneMap {
    private final Map<String, ForeignPane> panes = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    private PaneMap() {}

    /**
     * The map of these words.
     *
     * @param words each {@code PROMPT=PANE}
     * @throws LabException when one is not of this form
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

    /** The same map for another file, of which nothing was used yet. */
    PaneMap fresh() {
        PaneMap map = new PaneMap();
        map.panes.putAll(panes);
        return map;
    }

    /** Where the lines of this prompt go, if it was said. */
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

    /** The prompt as it is known when it is written with a directory or the mark of a transaction. */
    private static @Nullable String normal(String written) {
        return PromptReader.read(written + " select 1;")
                .or(() -> PromptReader.read(written + " ls"))
                .map(ForeignPrompt::shown)
                .orElse(null);
    }

    /** The keys of prompts that are none. */
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

    /** What was said of prompts that no line had. */
    List<String> unused() {
        List<String> unused = new ArrayList<>(panes.keySet());
        unused.removeAll(used);
        return unused;
    }
}
