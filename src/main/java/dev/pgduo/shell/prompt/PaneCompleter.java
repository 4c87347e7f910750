package dev.pgduo.shell.prompt;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what the pane in front suggests. */
final class PaneCompleter implements Completer {
    private final PaneSwitch panes;

    PaneCompleter(PaneSwitch panes) {
        this.panes = panes;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        for (Pane.Suggestion suggestion : panes.front().suggest(line.line(), line.cursor())) {
            candidates.add(candidate(suggestion));
        }
    }

    /** A word that ends with {@code =} wants its value at once: no blank after it. */
    private static Candidate candidate(Pane.Suggestion suggestion) {
        String value = suggestion.value();
        String description = suggestion.description();
        boolean complete = !value.endsWith("=") && !value.endsWith("/");
        return new Candidate(value, value, null, description.isEmpty() ? null : description, null, null, complete);
    }
}
