package dev.pgduo.shell.pane;

import dev.pgduo.shell.command.Suggestions;
import dev.pgduo.shell.prompt.Pane.Suggestion;
import dev.pgduo.shell.typing.BackslashWords;
import dev.pgduo.shell.typing.CatalogCache;
import dev.pgduo.shell.typing.SqlCompletion;
import dev.pgduo.wire.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Completion at an SQL prompt: psql's backslash commands, the lab's commands with a backslash, and SQL. */
public final class TypingAids {
    private static final Pattern MAKES_NAMES =
            Pattern.compile("(?i)\\b(create|alter|drop|import|into)\\b|\\\\(c|connect|i|ir)\\b");

    private final CatalogCache catalog;
    private final Supplier<Suggestions> lab;
    private final boolean interactive;

    /**
     * Aids for all sessions.
     *
     * @param catalog the names in the databases
     * @param lab the completions for the lab's own commands
     * @param interactive whether a person types, for whom the names are read in advance
     */
    public TypingAids(CatalogCache catalog, Supplier<Suggestions> lab, boolean interactive) {
        this.catalog = catalog;
        this.lab = lab;
        this.interactive = interactive;
    }

    /** Whether a person types, not a script. */
    boolean forPerson() {
        return interactive;
    }

    /** A session was opened: reads the names in its database. */
    void opened(Endpoint endpoint) {
        if (interactive) {
            catalog.refresh(endpoint);
        }
    }

    /** An input was run: reads the names again if it may have changed them. */
    void ran(Endpoint endpoint, String input) {
        if (interactive && MAKES_NAMES.matcher(input).find()) {
            catalog.changed(endpoint);
        }
    }

    int wordStart(String buffer, int cursor) {
        return ofLab(buffer) ? afterBlank(buffer, cursor) : SqlCompletion.wordStart(buffer, cursor);
    }

    List<Suggestion> suggest(Endpoint endpoint, String buffer, int cursor) {
        String typed = buffer.substring(0, cursor);
        String line = typed.stripLeading();
        if (line.startsWith("\\") && line.indexOf(' ') < 0) {
            return backslash(line.substring(1));
        }
        if (ofLab(buffer)) {
            return words(line.substring(1));
        }
        return SqlCompletion.at(catalog, endpoint, buffer, cursor).stream()
                .map(word -> new Suggestion(word.value(), word.description()))
                .toList();
    }

    private List<Suggestion> words(String line) {
        return lab.get().at(line).stream()
                .map(word -> new Suggestion(word.value(), word.description()))
                .toList();
    }

    private List<Suggestion> backslash(String start) {
        List<Suggestion> found = new ArrayList<>();
        BackslashWords.starting(start).forEach(word -> found.add(new Suggestion(word.value(), word.description())));
        words(start).forEach(word -> found.add(new Suggestion("\\" + word.value(), word.description())));
        found.sort(Comparator.comparing(Suggestion::value));
        return found;
    }

    /** Whether the text is a command of the lab with a blank after its first word. */
    private static boolean ofLab(String buffer) {
        String line = buffer.stripLeading();
        int blank = line.indexOf(' ');
        return line.startsWith("\\") && blank > 1 && !BackslashWords.known(line.substring(1, blank));
    }

    private static int afterBlank(String buffer, int cursor) {
        int start = cursor;
        while (start > 0 && !Character.isWhitespace(buffer.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
