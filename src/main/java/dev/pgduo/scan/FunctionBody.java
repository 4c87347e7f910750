package dev.pgduo.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the scanner is between BEGIN and END of an SQL-standard function body, where semicolons do not end the statement. Decided by the
 * statement's first words, as psql does.
 */
final class FunctionBody {
    private final List<String> firstWords = new ArrayList<>();
    private int depth;

    void word(String word, boolean inParentheses) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (firstWords.size() < 4) {
            firstWords.add(lower);
        }
        if (inParentheses || !createsRoutine()) {
            return;
        }
        if (lower.equals("begin") || (lower.equals("case") && depth > 0)) {
            depth++;
        } else if (lower.equals("end") && depth > 0) {
            depth--;
        }
    }

    boolean inside() {
        return depth > 0;
    }

    void newStatement() {
        firstWords.clear();
        depth = 0;
    }

    private boolean createsRoutine() {
        String words = String.join(" ", firstWords);
        return words.matches("create (or replace )?(function|procedure)\\b.*");
    }
}
