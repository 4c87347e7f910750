package dev.pgduo.shell.prompt;

import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;

/**
 * Binds keys: Alt-0 … Alt-9 bring another pane to the front, with its unsent text. Tab completes, but in rows of data it is
 * itself.
 */
final class PaneKeys {
    private static final List<String> KEY_MAPS = List.of(LineReader.EMACS, LineReader.VIINS, LineReader.VICMD);

    private static final String TAB = "pane-tab";

    private final LineReaderImpl reader;
    private final PaneSwitch panes;
    private final Prompts prompts;
    private final Drafts drafts = new Drafts();

    PaneKeys(LineReaderImpl reader, PaneSwitch panes, Prompts prompts) {
        this.reader = reader;
        this.panes = panes;
        this.prompts = prompts;
    }

    void bind() {
        for (int number = 0; number <= 9; number++) {
            int session = number;
            String name = "pane-" + number;
            reader.getWidgets().put(name, () -> move(session));
            bind(name, KeyMap.alt((char) ('0' + number)), KEY_MAPS);
        }
        reader.getWidgets().put(TAB, this::tab);
        bind(TAB, "\t", List.of(LineReader.EMACS, LineReader.VIINS));
    }

    private void bind(String widget, String key, List<String> names) {
        Map<String, KeyMap<Binding>> maps = reader.getKeyMaps();
        names.stream().map(maps::get).filter(Objects::nonNull).forEach(map -> map.bind(new Reference(widget), key));
    }

    private boolean tab() {
        if (panes.front().data(reader.getBuffer().upToCursor())) {
            reader.getBuffer().write('\t');
            return true;
        }
        // callWidget would catch the exception of Ctrl-C at the list of completions.
        Widget complete = reader.getWidgets().get(LineReader.EXPAND_OR_COMPLETE);
        return complete != null && complete.apply();
    }

    private boolean move(int session) {
        Pane left = panes.front();
        try {
            panes.toSession(session);
        } catch (LabException e) {
            reader.printAbove(e.report().render());
            return false;
        }
        drafts.move(left, panes.front(), reader.getBuffer());
        reader.setPrompt(prompts.first());
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, prompts.following());
        return true;
    }
}
