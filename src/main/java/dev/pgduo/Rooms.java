package dev.pgduo;

import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.shell.Backstage;
import dev.pgduo.shell.Equipment;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.Streams;
import dev.pgduo.shell.ValueProvider;
import dev.pgduo.shell.bar.BarText;
import dev.pgduo.shell.bar.LabWatch;
import dev.pgduo.shell.bar.Tints;
import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.command.Suggestions;
import dev.pgduo.shell.edit.EditVerb;
import dev.pgduo.shell.lab.ConfVerbs;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.lab.Drawn;
import dev.pgduo.shell.lab.HbaVerbs;
import dev.pgduo.shell.lab.LabSteps;
import dev.pgduo.shell.lab.NodeQuestions;
import dev.pgduo.shell.lab.NodeVerbs;
import dev.pgduo.shell.lab.ServerVerbs;
import dev.pgduo.shell.lab.SlotVerbs;
import dev.pgduo.shell.lab.SnapshotVerbs;
import dev.pgduo.shell.lab.StandbyVerbs;
import dev.pgduo.shell.lab.StatusVerbs;
import dev.pgduo.shell.lab.WholeLabVerbs;
import dev.pgduo.shell.pane.LabBackslash;
import dev.pgduo.shell.pane.LabPanes;
import dev.pgduo.shell.pane.PaneVerbs;
import dev.pgduo.shell.pane.RecordVerbs;
import dev.pgduo.shell.pane.Recorder;
import dev.pgduo.shell.pane.ScreenSide;
import dev.pgduo.shell.pane.TypingAids;
import dev.pgduo.shell.present.PresentVerb;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.prompt.RoamLoop;
import dev.pgduo.shell.prompt.Router;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.RelaySink;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.TransferBar;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.shell.script.ReRun;
import dev.pgduo.shell.script.ScriptVerbs;
import dev.pgduo.shell.script.Stage;
import dev.pgduo.shell.script.Stages;
import dev.pgduo.shell.script.VerifyVerb;
import dev.pgduo.shell.typing.CatalogCache;
import dev.pgduo.shell.typing.LabNames;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.support.GenericApplicationContext;

/** What the rooms put into the shell: their commands, and the lab that these work on. */
final class Rooms {
    private static final List<String> NODES = List.of("a", "b", "primary", "standby");

    private Rooms() {}

    /** Equipment that works on the lab in this directory. */
    static Equipment equipment(Path directory) {
        return new Equipment(
                List.of(
                        WholeLabVerbs.class,
                        ServerVerbs.class,
                        StatusVerbs.class,
                        SnapshotVerbs.class,
                        NodeVerbs.class,
                        NodeQuestions.class,
                        StandbyVerbs.class,
                        SlotVerbs.class,
                        ConfVerbs.class,
                        EditVerb.class,
                        HbaVerbs.class,
                        ScriptVerbs.class,
                        VerifyVerb.class,
                        PresentVerb.class,
                        PaneVerbs.class,
                        RecordVerbs.class),
                context -> beans(context, directory));
    }

    private static void beans(GenericApplicationContext context, Path directory) {
        bean(context, CurrentLab.class, () -> {
            CurrentLab lab = new CurrentLab(directory);
            lab.backslash(context.getBean(LabBackslash.class));
            return lab;
        });
        bean(
                context,
                LabBackslash.class,
                () -> new LabBackslash(
                        () -> context.getBean(CommandCatalog.class),
                        () -> context.getBean(CommandRunner.class),
                        () -> context.getBean(Streams.class).interactive()
                                && !context.getBean(CurrentLab.class).isScripted()));
        bean(
                context,
                Drawn.class,
                () -> new Drawn(
                        context.getBean(Streams.class),
                        context.getBean(Recorder.class),
                        context.getBean(Screen.class),
                        context.getBean(LabWatch.class)));
        bean(
                context,
                Stage.class,
                () -> new Stage(
                        context.getBean(CurrentLab.class),
                        context.getBean(CommandRunner.class),
                        context.getBean(LabBackslash.class),
                        context.getBean(ServerChoice.class)));
        bean(context, ReRun.class, () -> new ReRun(context.getBean(Stages.class)));
        bean(
                context,
                Stages.class,
                () -> new Stages(
                        () -> Backstage.open(equipment(directory), context.getBean(StateFiles.class)),
                        out -> context.getBean(Streams.class).interactive()
                                && out == context.getBean(Streams.class).out()));
        bean(
                context,
                LabSteps.class,
                () -> new LabSteps(context.getBean(CurrentLab.class), context.getBean(TransferProgress.class)));
        bean(context, ServerChoice.class, () -> DownloadedServers.choice(context.getBean(TransferProgress.class)));
        bean(context, TransferProgress.class, () -> transferBar(context.getBean(Streams.class)));
        bean(
                context,
                PresentVerb.Tools.class,
                () -> new PresentVerb.Tools(
                        context.getBean(WholeTerminal.class),
                        context.getBean(StateFiles.class),
                        () -> new RoamLoop(
                                context.getBean(Router.class),
                                context.getBean(PaneSwitch.class),
                                context.getBean(Screen.class),
                                context.getBean(RelaySink.class))));
        bean(
                context,
                EditVerb.Tools.class,
                () -> new EditVerb.Tools(
                        context.getBean(StateFiles.class),
                        context.getBean(CommandRunner.class),
                        context.getBean(Recorder.class)));
        bean(context, Recorder.class, () -> new Recorder(context.getBean(CurrentLab.class)));
        bean(
                context,
                LabPanes.class,
                () -> new LabPanes(
                        context.getBean(CurrentLab.class),
                        new ScreenSide(context.getBean(Screen.class), context.getBean(Recorder.class)),
                        context.getBean(LabBackslash.class),
                        new TypingAids(
                                context.getBean(CatalogCache.class),
                                () -> context.getBean(Suggestions.class),
                                () -> context.getBean(Streams.class).interactive()),
                        () -> context.getBean(PaneSwitch.class)));
        bean(
                context,
                LabWatch.class,
                () -> new LabWatch(
                        context.getBean(CurrentLab.class),
                        context.getBean(Screen.class),
                        new BarText(
                                context.getBean(Screen.class).palette() == Palette.PLAIN
                                        ? Tints.PLAIN
                                        : Tints.COLOURED),
                        context.getBean(StateFiles.class).make().directory()));
        values(context);
    }

    /** What completion offers for the parameters of the commands. */
    private static void values(GenericApplicationContext context) {
        Supplier<CurrentLab> lab = () -> context.getBean(CurrentLab.class);
        for (String parameter : List.of("NODE", "--node", "--from", "--to", "--of", "LEFT", "RIGHT")) {
            value(context, ValueProvider.of(parameter, NODES));
        }
        bean(context, CatalogCache.class, CatalogCache::new);
        Supplier<LabNames> names = () -> new LabNames(lab, context.getBean(CatalogCache.class));
        for (String parameter : List.of("conf set SETTING", "conf reset NAME", "conf show NAME")) {
            value(context, new ValueProvider(parameter, typed -> names.get().settings()));
        }
        value(context, new ValueProvider("slot drop NAME", typed -> names.get().slots()));
        value(context, new ValueProvider("--slot", typed -> names.get().slots()));
        value(
                context,
                new ValueProvider("snapshot restore NAME", typed -> names.get().snapshots()));
        value(context, new ValueProvider("FILE", LabNames::files));
        value(context, new ValueProvider("FILES", LabNames::files));
    }

    private static void value(GenericApplicationContext context, ValueProvider provider) {
        context.registerBean(
                "values of " + provider.parameter(),
                ValueProvider.class,
                () -> provider,
                definition -> definition.setLazyInit(true));
    }

    private static TransferBar transferBar(Streams streams) {
        return new TransferBar(streams.interactive() ? streams.out() : streams.err(), streams.interactive());
    }

    private static <T> void bean(GenericApplicationContext context, Class<T> type, Supplier<T> supplier) {
        context.registerBean(type, supplier, definition -> definition.setLazyInit(true));
    }
}
