package dev.pgduo.replay;

import dev.pgduo.replay.compare.Meaning;
import dev.pgduo.scan.SqlWords;
import dev.pgduo.scan.SqlWords.Word;
import dev.pgduo.transcript.model.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Determines the meaning of each step's output, in order: from the text of the step, of the statement that it repeats, and of
 * the views, functions and prepared statements that it uses. Used by one thread.
 */
final class StepMeanings {
    private static final Set<String> DEFINING =
            Set.of("view", "prepare", "function", "procedure", "declare", "table", "exists", "materialized");

    private final Map<Integer, String> latest = new HashMap<>();
    private final Map<String, String> definitions = new HashMap<>();

    /** The meaning of the next step's output. */
    Meaning of(Step step) {
        if (step instanceof Step.LabCommand) {
            return Meaning.LAB;
        }
        if (step instanceof Step.OsCommand os) {
            return Meaning.ofCommand(os.command());
        }
        if (step instanceof Step.SqlInput sql) {
            return statement(sql);
        }
        return step instanceof Step.LateOutput late
                ? Meaning.ofSql(latest.getOrDefault(late.session(), ""))
                : Meaning.NONE;
    }

    private Meaning statement(Step.SqlInput step) {
        String typed = step.input().strip();
        boolean repeats = typed.startsWith("\\g") || typed.startsWith("\\watch");
        String text = repeats ? latest.getOrDefault(step.session(), "") + " " + typed : withDefinitions(typed);
        if (!typed.startsWith("\\") || repeats) {
            latest.put(step.session(), text);
        }
        return Meaning.ofSql(text);
    }

    private String withDefinitions(String typed) {
        List<Word> words = SqlWords.of(typed);
        StringBuilder text = new StringBuilder(typed);
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).text();
            if (i > 0
                    && words.get(i).name()
                    && DEFINING.contains(words.get(i - 1).text())
                    && words.size() > 3) {
                definitions.putIfAbsent(name, typed);
            } else if (words.get(i).name() && definitions.containsKey(name)) {
                text.append("\n;").append(definitions.get(name));
            }
        }
        return text.toString();
    }
}
