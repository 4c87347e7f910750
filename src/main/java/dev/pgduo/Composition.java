package dev.pgduo;

import dev.pgduo.lab.os.Naming;
import dev.pgduo.replay.LabNaming;
import dev.pgduo.replay.event.TypedEvents;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.shell.Front;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.Streams;
import dev.pgduo.shell.bar.BarText;
import dev.pgduo.shell.bar.LabWatch;
import dev.pgduo.shell.bar.PlayedWatch;
import dev.pgduo.shell.bar.Tints;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.command.Suggestions;
import dev.pgduo.shell.lab.Audience;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.lab.LabBackslash;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.lab.LiveNames;
import dev.pgduo.shell.lab.StateRemark;
import dev.pgduo.shell.lab.WorkingLab;
import dev.pgduo.shell.pane.EventJournal;
import dev.pgduo.shell.pane.LabPanes;
import dev.pgduo.shell.pane.Recorder;
import dev.pgduo.shell.pane.ScreenSide;
import dev.pgduo.shell.pane.TypingAids;
import dev.pgduo.shell.prompt.AfterCommand;
import dev.pgduo.shell.prompt.BusyPrompt;
import dev.pgduo.shell.prompt.Journals;
import dev.pgduo.shell.prompt.LabPane;
import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.prompt.PromptListener;
import dev.pgduo.shell.prompt.PromptLoop;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.prompt.Router;
import dev.pgduo.shell.screen.Asker;
import dev.pgduo.shell.screen.Outlets;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.RelaySink;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.Strokes;
import dev.pgduo.shell.screen.TransferBar;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.shell.script.EventFile;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.typing.CatalogCache;
import dev.pgduo.shell.typing.LabNames;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.version.PsqlStyle;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes the program's objects and connects them by their constructors. Objects that the first prompt does not need are made at
 * their first use, by any thread.
 */
final class Composition implements Front {
    private final Streams streams;
    private final StateFiles files;
    private final Outlets outlets;
    private final Screen screen;
    private final CurrentLab current;
    private final Recorder recorder;
    private final EventFile events;
    private final Audience audience;
    private final PaneSwitch panes;
    private final Router router;
    private final BusyPrompt busy;
    private final SingletonSupplier<CommandRunner> commands = SingletonSupplier.of(this::makeCommands);
    private final SingletonSupplier<Completion> completion = SingletonSupplier.of(this::makeCompletion);
    private final SingletonSupplier<LabWatch> watch = SingletonSupplier.of(this::makeWatch);
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The sources of completion. */
    private record Completion(CatalogCache names, Suggestions suggestions) {}

    /**
     * The objects for the lab in this directory.
     *
     * @param files pgduo's own files
     * @param manner the output of the sessions
     */
    Composition(Path directory, Streams streams, StateFiles files, Manner manner) {
        this.streams = streams;
        this.files = files;
        RelaySink sink = new RelaySink(lines -> {
            streams.out().print(lines);
            streams.out().flush();
        });
        this.outlets = new Outlets(sink, new Asker(streams.interactive()), new WholeTerminal(streams.interactive()));
        this.screen = new Screen(sink, palette(streams));
        this.busy = new BusyPrompt(outlets.whole().waiting());
        boolean named = streams.interactive() && !manner.real();
        this.current = new CurrentLab(
                directory,
                named ? LiveNames::of : lab -> Naming.plain(),
                () -> new LabBackslash(() -> context(nowhere())),
                manner.style());
        screen.names(text -> current.naming().toShown(text));
        this.recorder = new Recorder(current);
        TransferBar progress =
                new TransferBar(streams.interactive() ? streams.out() : streams.err(), streams.interactive());
        this.events = EventFile.of(manner.events());
        this.panes = prompts(current, () -> context(nowhere()), journal(), new StateRemark(current, this::remark));
        this.audience = new Audience(
                outlets.asker(), outlets.whole(), progress, this::remark, Optional.of(panes), recorder::open);
        this.router = new Router(panes, screen);
    }

    /**
     * The output of the lab's sessions.
     *
     * @param real whether real paths and ports are shown instead of the reference lab's
     * @param style the version of psql whose output is printed
     * @param events the file for events at the prompts, or null
     */
    record Manner(boolean real, PsqlStyle style, @Nullable String events) {
        static final Manner USUAL = new Manner(false, PsqlStyle.STANDARD, null);
    }

    /** The listener for what happens at the lab's own prompts. */
    private RecordingListener journal() {
        if (!events.wanted()) {
            return recorder;
        }
        TypedEvents typed = TypedEvents.begin(
                String.valueOf(current.directory().getFileName()),
                () -> current.exists() ? Optional.of(current.lab()) : Optional.empty(),
                events);
        Supplier<Naming> names =
                () -> current.exists() ? LabNaming.of(Header.defaults(), current.lab()) : Naming.plain();
        return new Journals(List.of(recorder, new EventJournal(typed, names)));
    }

    private static Palette palette(Streams streams) {
        boolean coloured = streams.interactive()
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        return coloured ? Palette.ANSI : Palette.PLAIN;
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(Writer.nullWriter());
    }

    private void remark(String text) {
        screen.remark("", text);
    }

    /** Prints messages that concern neither a command nor a lab file. */
    void warn(ErrorReport report) {
        if (streams.interactive()) {
            report.lines().forEach(this::remark);
        } else {
            streams.err().println(report.render());
            streams.err().flush();
        }
    }

    /** The prompts of a lab, with the lab's own in front; typed lines are reported to this journal. */
    private PaneSwitch prompts(
            WorkingLab lab, Supplier<LabContext> calls, RecordingListener journal, AfterCommand after) {
        LabPane own = new LabPane(
                (line, out) -> calls.get().to(out).run(line),
                () -> completion.obtain().suggestions(),
                journal,
                after);
        return new PaneSwitch(
                own, all -> new LabPanes(lab, new ScreenSide(screen, journal, busy, outlets.whole()), typing(), all));
    }

    private TypingAids typing() {
        return new TypingAids(
                completion.obtain().names(), () -> completion.obtain().suggestions(), streams.interactive());
    }

    /** The live prompt of a presentation, which is not recorded. */
    private NestedPrompt livePrompt(PlayedLab played) {
        PaneSwitch own = prompts(played, played::context, played.journal(), AfterCommand.NONE);
        return new NestedPrompt(
                new PromptLoop.Prompting(new Router(own, screen), own, busy),
                screen,
                outlets,
                text -> played.desk().naming().toShown(text),
                bar -> new PlayedWatch(
                        played.desk().lab(), barText(() -> played.desk().naming()), bar));
    }

    private CommandRunner makeCommands() {
        return new CommandRunner(
                new CommandList(files, screen, outlets.whole(), recorder)
                        .catalog(audience.progress(), watch::obtain, this::livePrompt),
                files.log());
    }

    private Completion makeCompletion() {
        CatalogCache names = new CatalogCache();
        LabNames lab = new LabNames(current, names);
        return new Completion(names, new Suggestions(commands.obtain().catalog(), ParameterValues.of(lab)));
    }

    private BarText barText(Supplier<Naming> naming) {
        return new BarText(
                screen.palette() == Palette.PLAIN ? Tints.PLAIN : Tints.COLOURED,
                Strokes.of(System.getenv()),
                port -> naming.get().ports().shown(port));
    }

    private LabWatch makeWatch() {
        return new LabWatch(
                current, screen, barText(current::naming), files.make().directory());
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public Outlets outlets() {
        return outlets;
    }

    @Override
    public PaneSwitch panes() {
        return panes;
    }

    @Override
    public Router router() {
        return router;
    }

    @Override
    public PromptLoop.Prompting prompting() {
        return new PromptLoop.Prompting(router, panes, busy);
    }

    @Override
    public LabContext context(PrintWriter out) {
        return new LabContext(current, commands.obtain(), audience, out);
    }

    @Override
    public PromptListener attendant() {
        return watch.obtain();
    }

    /** The lab of the prompts. */
    CurrentLab lab() {
        return current;
    }

    /** Closes the sessions and releases the lab; its servers keep running. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            recorder.file().ifPresent(file -> {
                int steps = recorder.stop();
                warn(ErrorReport.warning("the recording to \"" + file + "\" ended with " + steps
                                + (steps == 1 ? " step" : " steps") + ", and was not played")
                        .hint("\"pgduo verify " + file + "\" plays it."));
            });
            panes.close();
            current.close();
            events.close();
        }
    }
}
