package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.ConfEdit;
import dev.pgduo.cluster.conf.ConfFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change that was made to settings.
 *
 * @param how the statement or command line that a person would have typed for it
 * @param edits one for each setting
 * @param remarks phrases: when it takes effect, and what overrides it
 */
public record SettingChange(Typed how, List<Edit> edits, List<String> remarks) {
    public SettingChange {
        edits = List.copyOf(edits);
        remarks = List.copyOf(remarks);
    }

    /**
     * A line at a prompt that stands for a change.
     *
     * @param sql whether it is an SQL statement; else a line for the shell
     * @param text the line; empty when nothing had to be done
     */
    public record Typed(boolean sql, String text) {}

    /**
     * The change of one setting.
     *
     * @param name the setting's name as it was typed
     * @param conf the change of the file
     * @param was the value from elsewhere that was in effect before, when the file had none
     */
    public record Edit(String name, ConfEdit conf, Optional<String> was) {
        /** {@code FILE:LINE: NAME 'old' -> 'new'}, in one line. */
        public String line() {
            String place = conf.line() > 0 ? conf.file() + ":" + conf.line() : conf.file();
            return place + ": " + name
                    + (conf.changes()
                            ? " " + shown(conf.before().or(() -> was)) + " -> " + shown(conf.after())
                            : conf.after().map(v -> " is '" + v + "' already").orElse(" is not set there"));
        }

        private static String shown(Optional<String> value) {
            return value.map(v -> "'" + v + "'").orElse("(not set)");
        }
    }

    /** The changes of these settings between two states of a file. */
    static List<Edit> edits(ConfFile old, ConfFile now, List<Was> names) {
        List<Edit> edits = new ArrayList<>();
        for (Was name : names) {
            edits.add(new Edit(name.name(), ConfEdit.between(old, now, name.name()), name.value()));
        }
        return edits;
    }

    /** A setting and its value before the change. */
    record Was(String name, Optional<String> value) {}
}
