package dev.pgduo.shell.present;

import dev.pgduo.replay.Player;
import dev.pgduo.replay.Rehearsal;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.prompt.RoamLoop;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.shell.script.Stage;
import dev.pgduo.transcript.Resolution;
import dev.pgduo.transcript.Transcript;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code present}. */
public final class PresentVerb {
    private final CurrentLab current;
    private final Stage stage;
    private final Screen screen;
    private final Tools tools;

    /**
     * What a presentation needs of the shell.
     *
     * @param loop the live prompt
     */
    public record Tools(WholeTerminal terminals, StateFiles files, Supplier<RoamLoop> loop) {}

    public PresentVerb(CurrentLab current, Stage stage, Screen screen, Tools tools) {
        this.current = current;
        this.stage = stage;
        this.screen = screen;
        this.tools = tools;
    }

    @Command(
            name = "present",
            group = "scripts",
            description =
                    "play a transcript step by step in front of a class, with a way back and the live prompt in between",
            help = "Enter types the next step, p goes back, g goes to a section, Esc gives the prompt, q leaves.")
    void present(
            @Argument(index = 0, description = "transcript") String file,
            @Option(longName = "speed", defaultValue = "25", description = "letters typed a second; 0 for all at once")
                    int speed,
            @Option(longName = "auto", description = "go on by itself; keys work all the same") boolean auto,
            @Option(
                            longName = "pause",
                            defaultValue = "1500",
                            description = "with --auto: milliseconds between two steps")
                    int pause,
            @Option(
                            longName = "notes",
                            description =
                                    "in a second terminal: show the notes (%note) of the file while it is presented")
                    boolean notes,
            @Option(
                            longName = "pg",
                            description = "server: a major, a version, latest, installed, downloaded or a directory")
                    @Nullable
                    String pg,
            @Option(longName = "here", description = "on the current lab, not on one that goes afterwards")
                    boolean here,
            PrintWriter out) {
        if (current.isBorrowed()) {
            throw LabException.of("a transcript is being played already");
        }
        Transcript transcript = Stage.read(file);
        NotesFile page = NotesFile.of(tools.files().make().directory(), Path.of(file));
        if (notes) {
            new NotesView(page, transcript).follow(out);
            return;
        }
        if (speed < 0 || pause < 1) {
            throw new LabException(
                    ErrorReport.error("invalid speed or pause").detail("The speed is 0 or more, the pause 1 or more."));
        }
        tools.terminals().use("present", "Use \"play " + file + "\".", terminal -> {
            Show show = new Show(terminal, transcript, page, speed, auto ? pause : 0);
            if (!here) {
                terminal.writer().println("-- making the lab of \"" + file + "\"");
                terminal.writer().flush();
            }
            return here
                    ? stage.here(transcript, rehearsal -> present(show, rehearsal))
                    : stage.made(transcript, stage.server(pg), false, rehearsal -> present(show, rehearsal));
        });
    }

    private record Show(Terminal terminal, Transcript transcript, NotesFile notes, int speed, int pause) {}

    private Boolean present(Show show, Rehearsal rehearsal) {
        Terminal terminal = show.terminal();
        PrintWriter out = terminal.writer();
        Slides slides = new Slides(show.transcript(), out, screen.palette(), terminal::getWidth);
        RoamLoop loop = tools.loop().get();
        loop.panes().close();
        Thread player = Thread.currentThread();
        Terminal.SignalHandler interrupt = terminal.handle(Terminal.Signal.INT, signal -> player.interrupt());
        Resolution resolution = rehearsal.begin();
        Player steps = rehearsal.player(stage.commands(), slides);
        try (NotesFile notes = show.notes();
                Course course = new Course(resolution, steps, rehearsal.desk())) {
            Keys keys = new Keys(terminal);
            Presenter.Desk desk = new Presenter.Desk(
                    new Footer(terminal, screen.palette()),
                    keys,
                    new Typist(keys, out, show.speed()),
                    notes,
                    new Interlude(terminal, loop, current, slides),
                    show.pause());
            new Presenter(course, slides, desk).run();
        } finally {
            terminal.handle(Terminal.Signal.INT, interrupt);
            loop.panes().close();
        }
        return true;
    }
}
