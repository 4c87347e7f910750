package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.ConfEdit;
import dev.pgduo.cluster.conf.ConfFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of settings that was made.
 *
 * @param how what a person would have typed for it
 * @param edits one for each setting
 * @param remarks phrases: when it counts, and what wins over it
 */
public record SettingChange(Typed how, List<Edit> edits, List<String> remarks) {
    public SettingChange {
        edits = List.copyOf(edits);
        remarks = List.copyOf(remarks);
    }

    /**
     * What stands for a change at a prompt.
     *
     * @param sql whether it is a statement and not a line of the operating system
     * @param text empty when nothing had to be done
     */
    public record Typed(boolean sql, String text) {}

    /**
     * One setting.
     *
     * @param name as it was typed
     * @param conf what happened in the file
     * @param was the value from elsewhere that counted before, when the file had none
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

    /** The edits that two states of a file make for these settings. */
    static List<Edit> edits(ConfFile old, ConfFile now, List<Was> names) {
        List<Edit> edits = new ArrayList<>();
        for (Was name : names) {
            edits.add(new Edit(name.name(), ConfEdit.between(old, now, name.name()), name.value()));
        }
        return edits;
    }

    /** A setting and the value that counted before the change. */
    record Was(String name, Optional<String> value) {}
}
