package dev.pgduo.shell.prompt;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines typed in each pane, kept in a file for each: statements are not looked for among commands. For the loop's thread. */
final class PaneHistories {
    private final LineReaderImpl reader;
    private final Path lab;
    private final Map<String, History> histories = new HashMap<>();

    /**
     * Memories of all panes.
     *
     * @param lab the file of the lab's own lines
     */
    PaneHistories(LineReaderImpl reader, Path lab) {
        this.reader = reader;
        this.lab = lab;
    }

    /** From now on, the reader remembers lines of this pane. */
    void recall(Pane pane) {
        String name = pane.memory();
        Path file = name.equals("lab") ? lab : lab.resolveSibling(lab.getFileName() + "-" + name);
        reader.setVariable(LineReader.HISTORY_FILE, file);
        History history = histories.get(name);
        if (history == null) {
            history = new DefaultHistory();
            histories.put(name, history);
            reader.setHistory(history);
            history.attach(reader);
        } else if (reader.getHistory() != history) {
            reader.setHistory(history);
            history.moveToEnd();
        }
    }
}
