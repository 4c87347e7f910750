package dev.pgduo.lab.os;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.process.OsCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The meaning of an operating-system line of a lab; paths are those of the lab file. */
public sealed interface OsAction {
    /** Calls the method for this kind of action. */
    <R> R accept(OsActions<R> actions);

    /** Whether the action removes or fills a whole data directory, so that no cluster needs to exist before. */
    default boolean replacesData() {
        return false;
    }

    /** Whether the action starts a server. */
    default boolean startsServer() {
        return false;
    }

    /**
     * Whether the action stands for one of the server's programs, whose failure is an exit code and does not end the lab's
     * play.
     */
    default boolean isProgram() {
        return false;
    }

    /** Whether the shell runs the line as it was typed, with unknown effects. */
    default boolean runsAsTyped() {
        return false;
    }

    /**
     * {@code pg_ctl ACTION}.
     *
     * @param action the word after pg_ctl: start, stop, restart, reload, promote, status
     * @param dataDirectory {@code -D}, or empty for the node's own
     * @param logFile {@code -l}, or empty
     * @param mode {@code -m}, or empty for pg_ctl's default
     * @param waits false for {@code -W}
     * @param text the line as it was typed
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

        /** The command line that runs the real program on this node. */
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
     * {@code pg_basebackup}; carried out by pgduo when it copies one node to the other.
     *
     * @param target {@code -D}
     * @param host {@code -h}
     * @param port {@code -p}, the lab file's port
     * @param user {@code -U}
     * @param options the other options; paths are the lab file's
     * @param pipe the command line after a pipe
     * @param text the line as it was typed
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
     * {@code rm -rf PATH…}: {@code DIR/*} empties a directory, {@code DIR} removes the directory as well.
     *
     * @param paths as they were typed; at least one
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

    /** {@code psql} without a command to run, which opens an interactive session. */
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
     * A command for a machine with one server, and what a lab does instead.
     *
     * @param meant the action that is carried out
     * @param why the note for the reader
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

    /** Any other line, which the real shell runs. */
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
