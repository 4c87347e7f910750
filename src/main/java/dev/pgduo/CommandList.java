package dev.pgduo;

import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.HelpCommand;
import dev.pgduo.shell.edit.EditVerb;
import dev.pgduo.shell.install.CompletionCommand;
import dev.pgduo.shell.lab.ConfCommands;
import dev.pgduo.shell.lab.Drawn;
import dev.pgduo.shell.lab.FailoverCommand;
import dev.pgduo.shell.lab.FaultCheckCommand;
import dev.pgduo.shell.lab.FaultCommands;
import dev.pgduo.shell.lab.HbaCommands;
import dev.pgduo.shell.lab.LagSource;
import dev.pgduo.shell.lab.LoadCommands;
import dev.pgduo.shell.lab.LossCommands;
import dev.pgduo.shell.lab.NetworkCommands;
import dev.pgduo.shell.lab.NodeCommands;
import dev.pgduo.shell.lab.NodeQuestions;
import dev.pgduo.shell.lab.RecoveryCommands;
import dev.pgduo.shell.lab.ServerCommands;
import dev.pgduo.shell.lab.SlotCommands;
import dev.pgduo.shell.lab.SnapshotCommands;
import dev.pgduo.shell.lab.StandbyCommands;
import dev.pgduo.shell.lab.StatusCommands;
import dev.pgduo.shell.lab.UndoVerb;
import dev.pgduo.shell.lab.WalCommands;
import dev.pgduo.shell.lab.WholeLabCommands;
import dev.pgduo.shell.learn.LearnVerb;
import dev.pgduo.shell.pane.PaneCommands;
import dev.pgduo.shell.pane.RecordCommands;
import dev.pgduo.shell.pane.Recorder;
import dev.pgduo.shell.present.FileWatch;
import dev.pgduo.shell.present.PresentVerb;
import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.Strokes;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.shell.script.Approval;
import dev.pgduo.shell.script.BundledLabCommands;
import dev.pgduo.shell.script.ExportCommand;
import dev.pgduo.shell.script.FormatCommand;
import dev.pgduo.shell.script.HaltedPlay;
import dev.pgduo.shell.script.ImportCommand;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.script.ReRun;
import dev.pgduo.shell.script.ScriptCommands;
import dev.pgduo.shell.script.ThrowAwayRun;
import dev.pgduo.shell.script.TrustedLabs;
import dev.pgduo.shell.script.VerifyVerb;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * The list of all commands, for the prompts, the backslash in SQL sessions, lab files and all threads that play them.
 *
 * @param files pgduo's own files
 * @param terminal the terminal for commands that use all of it
 */
record CommandList(StateFiles files, Screen screen, WholeTerminal terminal, Recorder recorder) {
    /** The groups in the order of the help text. */
    private static final List<String> GROUPS = List.of("lab", "node", "standby", "conf", "faults", "files", "shell");

    /**
     * The catalog; the objects of the commands are made at their first use.
     *
     * @param progress shows the progress of a server's download
     * @param lag the source of the recorded lag
     * @param loops makes the live prompt of a presentation's lab
     */
    CommandCatalog catalog(
            TransferProgress progress, Supplier<? extends LagSource> lag, Function<PlayedLab, NestedPrompt> loops) {
        SingletonSupplier<ServerChoice> servers = SingletonSupplier.of(() -> DownloadedServers.choice(progress));
        TrustedLabs trusted = new TrustedLabs(files);
        Approval approval = new Approval(trusted);
        SingletonSupplier<ThrowAwayRun> stage =
                SingletonSupplier.of(() -> new ThrowAwayRun(servers.obtain(), approval));
        SingletonSupplier<Drawn> drawn = SingletonSupplier.of(
                () -> new Drawn(recorder, screen, terminal, lag.get(), Strokes.of(System.getenv())));
        return CommandCatalog.of(Map.ofEntries(
                entry(HelpCommand.class, () -> new HelpCommand(GROUPS, screen::width)),
                entry(WholeLabCommands.class, () -> new WholeLabCommands(servers.obtain())),
                entry(LoadCommands.class, LoadCommands::new),
                entry(LossCommands.class, LossCommands::new),
                entry(FailoverCommand.class, FailoverCommand::new),
                entry(FaultCommands.class, () -> new FaultCommands(drawn.obtain())),
                entry(NetworkCommands.class, NetworkCommands::new),
                entry(FaultCheckCommand.class, () -> new FaultCheckCommand(servers.obtain())),
                entry(ServerCommands.class, ServerCommands::new),
                entry(StatusCommands.class, () -> new StatusCommands(drawn.obtain())),
                entry(SnapshotCommands.class, SnapshotCommands::new),
                entry(NodeCommands.class, NodeCommands::new),
                entry(NodeQuestions.class, () -> new NodeQuestions(screen::columns)),
                entry(WalCommands.class, () -> new WalCommands(screen.palette())),
                entry(RecoveryCommands.class, RecoveryCommands::new),
                entry(StandbyCommands.class, StandbyCommands::new),
                entry(SlotCommands.class, SlotCommands::new),
                entry(ConfCommands.class, ConfCommands::new),
                entry(EditVerb.class, () -> new EditVerb(terminal, files, screen.palette(), recorder)),
                entry(HbaCommands.class, HbaCommands::new),
                entry(UndoVerb.class, UndoVerb::new),
                entry(ExportCommand.class, ExportCommand::new),
                entry(BundledLabCommands.class, BundledLabCommands::new),
                entry(FormatCommand.class, () -> new FormatCommand(trusted)),
                entry(ImportCommand.class, ImportCommand::new),
                entry(
                        ScriptCommands.class,
                        () -> new ScriptCommands(stage.obtain(), screen.palette(), new HaltedPlay(terminal, loops))),
                entry(
                        VerifyVerb.class,
                        () -> new VerifyVerb(
                                stage.obtain(), servers.obtain(), approval, new FileWatch(stage.obtain()))),
                entry(
                        PresentVerb.class,
                        () -> new PresentVerb(
                                stage.obtain(), screen.palette(), new PresentVerb.Tools(terminal, files, loops))),
                entry(
                        LearnVerb.class,
                        () -> new LearnVerb(stage.obtain(), screen, new LearnVerb.Tools(terminal, files, loops))),
                entry(PaneCommands.class, PaneCommands::new),
                entry(CompletionCommand.class, CompletionCommand::new),
                entry(
                        RecordCommands.class,
                        () -> new RecordCommands(recorder, servers.obtain(), new ReRun(stage.obtain(), trusted)))));
    }

    private static Map.Entry<Class<?>, Supplier<Object>> entry(Class<?> type, Supplier<Object> maker) {
        return Map.entry(type, maker);
    }
}
