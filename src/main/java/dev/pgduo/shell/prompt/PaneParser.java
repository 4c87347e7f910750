package dev.pgduo.shell.prompt;

import java.util.function.Consumer;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line reader whether a statement is complete and, if not, what the next line's prompt is. */
final class PaneParser implements Parser {
    private final Router router;
    private final PaneSwitch panes;
    private final Consumer<Boolean> accepted;

    /**
     * A parser for the pane in front.
     *
     * @param accepted hears of every accepted buffer whether it is shown again when it is run
     */
    PaneParser(Router router, PaneSwitch panes, Consumer<Boolean> accepted) {
        this.router = router;
        this.panes = panes;
        this.accepted = accepted;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.SECONDARY_PROMPT) {
            throw new EOFError(-1, -1, "more", nextPrompt(line));
        }
        boolean accepting = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
        if (accepting && !router.complete(line)) {
            throw new EOFError(-1, -1, "incomplete", router.continuationPrompt(line));
        }
        if (context == ParseContext.ACCEPT_LINE) {
            accepted.accept(router.replaced(line));
        }
        int start = panes.front().wordStart(line, cursor);
        return new TypedWord(line, cursor, line.substring(start, cursor));
    }

    /** The next line's prompt; after a complete statement, when several were pasted, it is the first prompt again. */
    private String nextPrompt(String line) {
        String text = line.stripTrailing();
        return router.complete(text) ? panes.front().prompt() : router.continuationPrompt(line);
    }
}
