package dev.pgduo.lab.os;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.process.OsCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an operating-system line of a lab means; paths are still the lab file's own. */
public sealed interface OsAction {
    /** Hands this action to the method that carries it out. */
    <R> R accept(OsActions<R> actions);

    /** Whether it does away with, or fills, a whole data directory, so that none need be there before. */
    default boolean replacesData() {
        return false;
    }

    /** Whether a server is started by it. */
    default boolean startsServer() {
        return false;
    }

    /** Whether it stands for one of the server's programs, whose failure is an exit code and not the end of the lab. */
    default boolean isProgram() {
        return false;
    }

    /** Whether the shell runs it as it was typed, whatever that does. */
    default boolean runsAsTyped() {
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
     * @param text the line as typed
     */
    record PgCtl(
            String action,
            Optional<String> dataDirectory,
            Optional<String> logFile,
            Optional<String> mode,
            boolean waits,
            String text)
            implements OsAction {
        @Override
        public boolean startsServer() {
            return action.endsWith("start");
        }

        /** The line that runs the real program on this node. */
        String line(NodeLayout layout) {
            List<String> words = new ArrayList<>(List.of(
                    "pg_ctl", action, "-D", OsCommand.quote(layout.data().toString())));
            mode.ifPresent(word -> words.addAll(List.of("-m", OsCommand.quote(word))));
            if (startsServer()) {
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
     * {@code pg_basebackup}, which stands for the node's own act when it leads from one node to the other.
     *
     * @param target {@code -D}
     * @param host {@code -h}
     * @param port {@code -p}, the lab file's port
     * @param user {@code -U}
     * @param options the others; paths are the lab file's
     * @param pipe what its output goes into
     * @param text the line as typed
     */
    record BaseBackup(
            String target,
            Optional<String> host,
            Optional<String> port,
            Optional<String> user,
            BackupOptions options,
            Optional<Piped> pipe,
            String text)
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
     */
    record Wipe(List<String> paths) implements OsAction {
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

    /**
     * What a line stands for that a machine with one server would understand, and a lab does in another way.
     *
     * @param meant what is done
     * @param why what the reader is told
     */
    record Instead(OsAction meant, Translation why) implements OsAction {
        @Override
        public boolean replacesData() {
            return meant.replacesData();
        }

        @Override
        public boolean startsServer() {
            return meant.startsServer();
        }

        @Override
        public boolean isProgram() {
            return meant.isProgram();
        }

        @Override
        public boolean runsAsTyped() {
            return meant.runsAsTyped();
        }

        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.instead(this);
        }
    }

    /** Anything else: for the real shell. */
    record Shell(String text) implements OsAction {
        @Override
        public boolean runsAsTyped() {
            return true;
        }

        @Override
        public <R> R accept(OsActions<R> actions) {
            return actions.shell(this);
        }
    }
}
