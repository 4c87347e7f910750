package dev.pgduo.shell.edit;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.conf.WholeFile;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.lab.ConfNode;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.screen.KeyQuestion;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.WholeTerminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code conf edit}. */
public final class EditVerb {
    private static final List<String> NODES = List.of("a", "b", "primary", "standby");
    private static final String WITHOUT_TERMINAL = "Use \"conf set NAME VALUE\", \"conf append\" or \"hba add\".";

    private final WholeTerminal terminals;
    private final StateFiles files;
    private final Palette palette;
    private final RecordingListener journal;

    /** @param journal gets the shell line with the same effect, because a script has no editor */
    public EditVerb(WholeTerminal terminals, StateFiles files, Palette palette, RecordingListener journal) {
        this.terminals = terminals;
        this.files = files;
        this.palette = palette;
        this.journal = journal;
    }

    @Command(
            name = {"conf", "edit"},
            group = "conf",
            description = "edit a configuration file of a node in the terminal; it is checked before it is saved",
            help = "Ctrl-O saves, Ctrl-X leaves. A file that the server would reject can be edited again or discarded.")
    void edit(
            @Argument(
                            index = 0,
                            defaultValue = "postgresql.conf",
                            description = "postgresql.conf, postgresql.auto.conf, pg_hba.conf or recovery.conf")
                    String file,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            @Option(longName = "editor", description = "an installed editor, such as vi, instead of pgduo's own")
                    @Nullable
                    String editor,
            LabContext context) {
        String name = named(file);
        terminals.use("conf edit", WITHOUT_TERMINAL, terminal -> {
            NodeName on = ConfNode.of(context.lab(), node);
            new Round(terminal, on, context).edit(name, editor);
            return name;
        });
    }

    private static String named(String file) {
        String name = file.equals("hba") ? "pg_hba.conf" : file;
        if (WholeFile.NAMES.contains(name)) {
            return name;
        }
        throw new LabException(ErrorReport.error("there is no configuration file \"" + file + "\"")
                .hint(hint(file)));
    }

    private static String hint(String file) {
        if (NODES.contains(file)) {
            return "A node is an option: \"conf edit --node " + file + "\".";
        }
        return DidYouMean.nearest(file, WholeFile.NAMES)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("The files are " + String.join(", ", WholeFile.NAMES) + ".");
    }

    /** One call of the command. */
    private final class Round {
        private final Terminal terminal;
        private final KeyQuestion question;
        private final NodeName node;
        private final LabContext context;

        Round(Terminal terminal, NodeName node, LabContext context) {
            this.terminal = terminal;
            this.question = new KeyQuestion(terminal);
            this.node = node;
            this.context = context;
        }

        void edit(String name, @Nullable String program) {
            Naming naming = context.desk().naming();
            WholeFile file = WholeFile.of(context.lab(), node, name);
            TextEditor editor =
                    program == null ? new NanoEditor(terminal, "pgduo, node " + node) : new ProgramEditor(program);
            String typed = (program == null ? "nano" : program) + " " + file.path();
            context.out().println("  " + naming.prompt(node) + " " + naming.toShownCommand(typed));
            Scratch scratch =
                    new Scratch(directory(), String.valueOf(file.path().getFileName()));
            EditDialog.Telling telling = new EditDialog.Telling(context.out(), palette, question, naming::toShown);
            Optional<EditDialog.Edited> edited = new EditDialog(file, scratch, editor, telling).run();
            edited.ifPresent(change -> {
                journal.os(naming.prompt(node), change.command(), List.of());
                follow(change.need());
            });
        }

        /** The directory for the texts of a node of a lab. */
        private Path directory() {
            String lab = Integer.toHexString(context.work().directory().hashCode());
            return files.make().directory().resolve("edits").resolve(lab + "-" + node);
        }

        private void follow(WholeFile.Need need) {
            switch (need) {
                case RELOAD -> offer("reload", "reload node " + node + " now? [Y/n]", "yn");
                case RESTART -> offer("restart", "restart node " + node + " now? [y/N]", "ny");
                case NOTHING, START -> {}
            }
        }

        private void offer(String verb, String text, String keys) {
            if (question.ask(text, keys, 'n') == 'y') {
                context.run(verb + " " + node);
            }
        }
    }
}
