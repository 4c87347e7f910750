package dev.pgduo.shell.prompt;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The histories of the panes, each in a file of its own, so that statements and commands are not mixed. For the loop's thread.
 */
final class PaneHistories {
    private final LineReaderImpl reader;
    private final Path lab;
    private final Map<String, History> histories = new HashMap<>();

    /**
     * The histories of all panes.
     *
     * @param lab the file for the lab's own lines
     */
    PaneHistories(LineReaderImpl reader, Path lab) {
        this.reader = reader;
        this.lab = lab;
    }

    /** Makes the reader use the history of this pane from now on. */
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
