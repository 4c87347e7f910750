package dev.pgduo.lab.os;

import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.NodeLayout;
import dev.pgduo.cluster.process.OsCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an operating-system line of a lab means; paths are still the transcript's own. */
public sealed interface OsAction {
    /** Hands this action to the method that carries it out. */
    <R> R accept(OsActions<R> actions);

    /** Whether it does away with, or fills, a whole data directory, so that none need be there before. */
    default boolean replacesData() {
        return false;
    }

    /** Whether it stands for one of the server's programs, whose failure is an exit code and not the end of the lab. */
    default boolean isProgram() {
        return false;
    }

    /**
     * {@code pg_ctl ACTION}.
     *
     * @param action the word behind pg_ctl: start, stop, restart, reload, promote, status
     * @param dataDirectory {@code -D}, or empty for the node's own
     * @param logFile {@code -l}, or empty
     * @param mode {@code -m}, or empty for pg_ctl's default
     * @param waits false for {@code -W}
     */
    record PgCtl(
            String action,
            Optional<String> dataDirectory,
            Optional<String> logFile,
            Optional<String> mode,
            boolean waits)
            implements OsAction {
        /** The line that runs the real program on this node. */
        String line(NodeLayout layout) {
            List<String> words = new ArrayList<>(List.of(
                    "pg_ctl", action, "-D", OsCommand.quote(layout.data().toString())));
            mode.ifPresent(word -> words.addAll(List.of("-m", OsCommand.quote(word))));
            if (action.endsWith("start")) {
                words.addAll(List.of("-l", OsCommand.quote(layout.logFile().toString())));
            }
            if (!waits) {
                words.add("-W");
            }
            return String.join(" ", words);
        }

        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.pgCtl(this);
        }

        @Override
        public boolean isProgram() {
            return true;
        }
    }

    /**
     * {@code pg_basebackup}.
     *
     * @param target {@code -D}
     * @param port {@code -p}, the transcript's port
     * @param user {@code -U}
     * @param options the others; paths are the transcript's
     * @param text the line as typed
     */
    record BaseBackup(String target, Optional<String> port, Optional<String> user, BackupOptions options, String text)
            implements OsAction {
        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.baseBackup(this);
        }

        @Override
        public boolean replacesData() {
            return true;
        }

        @Override
        public boolean isProgram() {
            return true;
        }
    }

    /**
     * {@code rm -rf PATH…}: {@code DIR/*} empties a directory, {@code DIR} takes the directory itself too.
     *
     * @param paths as typed; at least one
     * @param text the line as typed
     */
    record Wipe(List<String> paths, String text) implements OsAction {
        public Wipe {
            paths = List.copyOf(paths);
        }

        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.wipe(this);
        }

        @Override
        public boolean replacesData() {
            return true;
        }
    }

    /** {@code echo LINE >> FILE} on a configuration file. */
    record AppendLine(String file, String line) implements OsAction {
        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.appendLine(this);
        }
    }

    /** {@code sed -i s/…/…/ FILE} on a configuration file. */
    record Substitute(String file, SedSubstitution substitution) implements OsAction {
        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.substitute(this);
        }
    }

    /** {@code touch FILE}. */
    record Touch(String file) implements OsAction {
        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.touch(this);
        }
    }

    /** {@code cat FILE}, or {@code tail -n N FILE}; {@code lastLines} is -1 for the whole file. */
    record ShowFile(String file, int lastLines, String text) implements OsAction {
        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.showFile(this);
        }
    }

    /** {@code psql} without a command of its own to run: it opens an interactive session. */
    record Psql(List<String> arguments) implements OsAction {
        public Psql {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.psql(this);
        }
    }

    /** Anything else: for the real shell. */
    record Shell(String text) implements OsAction {
        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.shell(this);
        }
    }
}
