package dev.pgduo.shell.prompt;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers the completions of the pane in front. */
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

    /** A candidate for JLine; after a word that ends with {@code =} no blank is added, because its value follows. */
    private static Candidate candidate(Pane.Suggestion suggestion) {
        String value = suggestion.value();
        String description = suggestion.description();
        boolean complete = !value.endsWith("=") && !value.endsWith("/");
        return new Candidate(value, value, null, description.isEmpty() ? null : description, null, null, complete);
    }
}
