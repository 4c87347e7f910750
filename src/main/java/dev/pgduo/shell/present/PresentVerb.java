package dev.pgduo.shell.present;

import dev.pgduo.replay.PlayHost;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.Player;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.TerminalText;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.command.LoneNumber;
import dev.pgduo.shell.command.UsageException;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.shell.script.BundledLabs;
import dev.pgduo.shell.script.LabForm;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.script.ThrowAwayRun;
import dev.pgduo.shell.stage.Footer;
import dev.pgduo.shell.stage.Keys;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Slides;
import dev.pgduo.shell.stage.Typist;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code present}. */
public final class PresentVerb {
    private static final int HIGHEST_PORT = 65535;

    private final ThrowAwayRun stage;
    private final Palette palette;
    private final Tools tools;

    /**
     * The parts of the shell that a presentation needs.
     *
     * @param loops makes the live prompt of a lab
     */
    public record Tools(WholeTerminal terminals, StateFiles files, Function<PlayedLab, NestedPrompt> loops) {}

    public PresentVerb(ThrowAwayRun stage, Palette palette, Tools tools) {
        this.stage = stage;
        this.palette = palette;
        this.tools = tools;
    }

    @Command(
            name = "present",
            group = "files",
            description = "present a lab step by step to a class; go back, or use the live prompt in between",
            help =
                    "Enter types the next step, p goes back, g goes to a section, Esc opens the live prompt, q asks whether to leave.")
    void present(
            @Argument(index = 0, description = "a lab file, or a bundled lab: course/05") String file,
            @Option(
                            longName = "speed",
                            defaultValue = "25",
                            description = "characters typed per second; 0 for all at once")
                    int speed,
            @Option(longName = "auto", description = "continue without keys; keys still work") boolean auto,
            @Option(
                            longName = "pause",
                            defaultValue = "1500",
                            description = "with --auto: milliseconds between two steps")
                    int pause,
            @Option(
                            longName = "notes",
                            description =
                                    "in a second terminal: show the presenter's notes (%note) of the lab being presented")
                    boolean notes,
            @Option(
                            longName = "pg",
                            description = "server: a major, a version, latest, installed, downloaded or a directory")
                    @Nullable
                    String pg,
            @Option(longName = "here", description = "on the current lab instead of a temporary one") boolean here,
            @Option(longName = "lang", description = "language of a lab that has several: en, ru") @Nullable
                    String lang,
            @Option(longName = "set", description = "NAME=value: replaces the lab's %set NAME") List<String> set,
            @Option(
                            longName = "psql-style",
                            description =
                                    "output format of this psql: 15, 16, 17, 18, server (default: the lab's, else 15)")
                    @Nullable
                    String style,
            @Option(longName = "events", description = "write what happens to this file, for export") @Nullable
                    String events,
            @Option(
                            longName = "web",
                            description =
                                    "show it as a page that others read in their browsers; on this port, else any")
                    @Nullable
                    LoneNumber web,
            @Option(
                            longName = "bind",
                            description = "with --web: listen on this address, as 0.0.0.0; else for this machine alone")
                    @Nullable
                    String bind,
            @Option(longName = "trust", description = "do not ask before a lab of others runs commands") boolean trust,
            LabContext context) {
        String named = BundledLabs.named(file, lang);
        CurrentLab current = context.work().own().orElseThrow(() -> LabException.of("a lab is being played already"));
        Transcript approved = notes ? ThrowAwayRun.read(named) : stage.approved("present", named, trust, context);
        LabForm form = LabForm.of(lang, set, style);
        form.check(List.of(approved));
        Transcript transcript = form.of(approved);
        NotesFile page = NotesFile.of(tools.files().make().directory(), Path.of(named));
        if (notes) {
            new NotesView(page, transcript).follow(context.out());
            return;
        }
        if (speed < 0 || pause < 1) {
            throw new LabException(
                    ErrorReport.error("invalid speed or pause").detail("The speed is 0 or more, the pause 1 or more."));
        }
        checked(web, bind);
        Telling.Wanted wanted = new Telling.Wanted(events, web, bind);
        tools.terminals().use("present", "Use \"play " + named + "\".", terminal -> {
            Show show = new Show(terminal, transcript, page, wanted, speed, auto ? pause : 0);
            if (!here) {
                terminal.writer().println(TerminalText.shown("-- making the lab of \"" + named + "\""));
                terminal.writer().flush();
            }
            return here
                    ? here(show, current, context)
                    : stage.made(transcript, stage.server(pg), false, context, played -> present(show, played, false));
        });
    }

    private static void checked(@Nullable LoneNumber web, @Nullable String bind) {
        if (web == null && bind != null) {
            throw new UsageException(
                    ErrorReport.error("--bind is for the page of --web").hint("Add --web."));
        }
        if (web != null && web.value() > HIGHEST_PORT) {
            throw new UsageException(ErrorReport.error("invalid port for --web: " + web.value())
                    .detail("It is 1 to " + HIGHEST_PORT + "."));
        }
    }

    /** Presents on the current lab; its open sessions are closed first, as the presentation opens its own. */
    private Boolean here(Show show, CurrentLab current, LabContext context) {
        context.audience().front().ifPresent(PaneSwitch::close);
        return stage.here(show.transcript(), current, context, played -> present(show, played, true));
    }

    private record Show(
            Terminal terminal, Transcript transcript, NotesFile notes, Telling.Wanted telling, int speed, int pause) {}

    private Boolean present(Show show, PlayedLab played, boolean here) {
        Terminal terminal = show.terminal();
        Slides slides = new Slides(show.transcript(), terminal.writer(), palette, terminal::getWidth);
        try (Telling telling = Telling.of(show.telling(), show.transcript())) {
            telling.addresses().forEach(address -> slides.remark("the live page is at " + address));
            present(show, new Stage(played, slides, telling.listener(slides, show.transcript(), played)), here);
        }
        return true;
    }

    /**
     * The lab and the outputs of a presentation.
     *
     * @param told hears of the steps
     */
    private record Stage(PlayedLab played, Slides slides, PlayListener told) {}

    private void present(Show show, Stage stage, boolean here) {
        OptionalInt killed = show.notes().killedBefore();
        Terminal terminal = show.terminal();
        PlayedLab played = stage.played();
        NestedPrompt loop = tools.loops().apply(played);
        Thread player = Thread.currentThread();
        Terminal.SignalHandler interrupt = terminal.handle(Terminal.Signal.INT, signal -> player.interrupt());
        Resolution resolution = played.rehearsal().begin();
        Player steps = played.rehearsal().player(new PlayHost(played.commands(), stage.told()));
        try (NotesFile notes = show.notes();
                Presentation course = new Presentation(resolution, steps, played.desk())) {
            Keys keys = new Keys(terminal);
            Presenter.Desk desk = new Presenter.Desk(
                    new Footer(terminal, palette),
                    keys,
                    new Typist(keys, terminal.writer(), show.speed()),
                    notes,
                    new LivePrompt(terminal, loop, played, stage.slides()),
                    show.pause());
            new Presenter(course, stage.slides(), desk).run(killed, here);
        } finally {
            terminal.handle(Terminal.Signal.INT, interrupt);
            loop.panes().close();
        }
    }
}
