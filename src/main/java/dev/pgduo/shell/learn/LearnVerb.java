package dev.pgduo.shell.learn;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.course.outcome.GraderXml;
import dev.pgduo.course.outcome.GradescopeJson;
import dev.pgduo.course.progress.LabProgress;
import dev.pgduo.course.progress.ProgressFiles;
import dev.pgduo.course.progress.TaskState;
import dev.pgduo.replay.PlayHost;
import dev.pgduo.replay.Player;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.report.TerminalText;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.shell.script.BundledLab;
import dev.pgduo.shell.script.BundledLabs;
import dev.pgduo.shell.script.LabForm;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.script.ThrowAwayRun;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Slides;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Transcript;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code learn}. */
public final class LearnVerb {
    private final ThrowAwayRun stage;
    private final Screen screen;
    private final Tools tools;

    /**
     * The parts of the shell that learning needs.
     *
     * @param loops makes the live prompt of a lab
     */
    public record Tools(WholeTerminal terminals, StateFiles files, Function<PlayedLab, NestedPrompt> loops) {}

    public LearnVerb(ThrowAwayRun stage, Screen screen, Tools tools) {
        this.stage = stage;
        this.screen = screen;
        this.tools = tools;
    }

    @Command(
            name = "learn",
            group = "files",
            description = "work through a lab: read its text and do its tasks at the live prompt",
            help =
                    "At a task: \\hint helps, \\check says what is missing, \\show types a solution, \\again goes back to"
                            + " the section's start, \\skip skips it. Without LAB: lists the labs and the tasks done.")
    void learn(
            @Argument(index = 0, description = "a lab file, or a bundled lab: 05, course/05, synchronous-commit")
                    @Nullable
                    String lab,
            @Option(
                            longName = "pg",
                            description = "server: a major, a version, latest, installed, downloaded or a directory")
                    @Nullable
                    String pg,
            @Option(longName = "lang", description = "language of a lab that has several: en, ru") @Nullable
                    String lang,
            @Option(longName = "anew", description = "start from the beginning and forget the tasks done") boolean anew,
            @Option(
                            longName = "report",
                            description =
                                    "write the results of the lab, or of all labs, to this file: JUnit (.xml) or Gradescope (.json)")
                    @Nullable
                    String report,
            @Option(longName = "trust", description = "do not ask before a lab of others runs commands") boolean trust,
            LabContext context) {
        LabForm form = LabForm.of(lang, List.of(), null);
        ProgressFiles files = ProgressFiles.in(tools.files().directory());
        if (report != null) {
            write(report, lab == null ? all(files, form, pg) : List.of(known(lab, files, form, pg)));
            return;
        }
        if (lab == null) {
            list(files, form, pg, context);
            return;
        }
        if (context.work().own().isEmpty()) {
            throw LabException.of("a lab is being played already");
        }
        String named = BundledLabs.named(lab, lang);
        Transcript transcript = form.of(stage.approved("learn", named, trust, context));
        StudentLab student = StudentLab.of(named, transcript);
        ServerBinaries server = stage.server(pg);
        tools.files().make();
        tools.terminals()
                .use(
                        "learn",
                        "Use \"play " + lab + "\", or \"verify --tasks " + lab + "\".",
                        terminal -> begin(student, server, anew, new Place(terminal, files, context)));
    }

    private record Place(Terminal terminal, ProgressFiles files, LabContext context) {
        void say(String text) {
            terminal.writer().println(TerminalText.shown("-- " + text));
            terminal.writer().flush();
        }
    }

    private Boolean begin(StudentLab lab, ServerBinaries server, boolean anew, Place place) {
        List<ResolvedTask> tasks = lab.tasks(server.version());
        if (tasks.isEmpty()) {
            throw new LabException(ErrorReport.error("\"" + lab.file() + "\" has no tasks")
                    .hint("\"play\" and \"present\" show it; \"learn\" lists the labs that have tasks."));
        }
        KeptStarts starts = KeptStarts.of(lab.transcript(), server.version());
        LabProgress known = lab.progress(place.files(), tasks);
        if (anew) {
            starts.forget();
            known = LabProgress.none(
                    lab.name(),
                    lab.title(),
                    tasks.stream().map(ResolvedTask::text).toList());
        }
        LabProgress progress = known;
        place.say("making the lab of \"" + lab.title() + "\" on PostgreSQL " + server.version());
        screen.width(place.terminal()::getWidth);
        Optional<KeptStarts.Start> start = progress.line() == 0 ? Optional.empty() : starts.before(progress.line());
        if (start.isPresent()) {
            try {
                return made(lab, server, start, starts, progress, place);
            } catch (UnusableStart e) {
                place.say("the saved start of the section cannot be used: "
                        + e.report().message());
                starts.forget();
            }
        }
        return made(lab, server, Optional.empty(), starts, progress, place);
    }

    /** The error that a copy could not be restored. */
    private static final class UnusableStart extends LabException {
        private static final long serialVersionUID = 1;

        UnusableStart(LabException cause) {
            super(cause.report(), cause);
        }
    }

    private Boolean made(
            StudentLab lab,
            ServerBinaries server,
            Optional<KeptStarts.Start> start,
            KeptStarts starts,
            LabProgress progress,
            Place place) {
        return stage.madeAgain(lab.transcript(), server, start.map(KeptStarts.Start::home), place.context(), played -> {
            Slides slides = new Slides(
                    lab.transcript(), place.terminal().writer(), screen.palette(), place.terminal()::getWidth);
            NestedPrompt loop = tools.loops().apply(played);
            Thread student = Thread.currentThread();
            Terminal.SignalHandler interrupt =
                    place.terminal().handle(Terminal.Signal.INT, signal -> student.interrupt());
            try (Presentation course = course(start, played, slides);
                    StartKeeper keeper = new StartKeeper(starts, played.lab())) {
                LearnerDesk desk = new LearnerDesk(place.terminal(), screen, slides, loop, played, course, keeper);
                new Learner(lab, lab.tasks(server.version()), new KeptProgress(place.files(), progress), desk)
                        .run(step(course, progress.line()));
            } finally {
                place.terminal().handle(Terminal.Signal.INT, interrupt);
                loop.panes().close();
            }
            return true;
        });
    }

    private static Presentation course(Optional<KeptStarts.Start> start, PlayedLab played, Slides slides) {
        Player player = played.rehearsal().player(new PlayHost(played.commands(), slides));
        Optional<KeptStarts.Start> usable = start.filter(
                kept -> kept.home().isOf(played.lab().directory(), played.lab().state()));
        if (usable.isEmpty()) {
            return new Presentation(played.rehearsal().begin(), player, played.desk());
        }
        Resolution resolution = played.rehearsal().prepare();
        try {
            return new Presentation(
                    resolution,
                    player,
                    played.desk(),
                    usable.get().step(),
                    usable.get().mark());
        } catch (LabException e) {
            throw new UnusableStart(e);
        }
    }

    /** The index of the first step at or after a line. */
    private static int step(Presentation course, int line) {
        int step = 0;
        while (step < course.steps().size()
                && course.steps().get(step).step().span().first() < line) {
            step++;
        }
        return step == course.steps().size() ? 0 : step;
    }

    private void list(ProgressFiles files, LabForm form, @Nullable String pg, LabContext context) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (StudentLab lab : own(form)) {
            LabProgress progress =
                    lab.progress(files, lab.tasks(stage.server(pg).version()));
            if (!progress.tasks().isEmpty()) {
                rows.add(row(lab.name(), progress));
            }
        }
        List<String> names = own(form).stream().map(StudentLab::name).toList();
        files.all().stream()
                .filter(progress -> !names.contains(progress.lab()))
                .forEach(progress -> rows.add(row(progress.lab(), progress)));
        context.table(List.of("lab", "title", "tasks", "done", "shown"), rows);
    }

    private static List<@Nullable String> row(String name, LabProgress progress) {
        return Arrays.asList(
                name,
                progress.title(),
                Integer.toString(progress.tasks().size()),
                Long.toString(progress.count(TaskState.DONE)),
                Long.toString(progress.count(TaskState.SHOWN)));
    }

    /** The labs that come with pgduo. */
    private static List<StudentLab> own(LabForm form) {
        List<StudentLab> labs = new ArrayList<>();
        BundledLabs.byStem().forEach((stem, all) -> {
            BundledLab lab = BundledLabs.find(stem, form.language()).orElse(all.get(0));
            labs.add(new StudentLab(stem, lab.path(), form.of(lab.transcript())));
        });
        return labs;
    }

    private List<LabProgress> all(ProgressFiles files, LabForm form, @Nullable String pg) {
        List<LabProgress> labs = new ArrayList<>();
        for (StudentLab lab : own(form)) {
            LabProgress progress =
                    lab.progress(files, lab.tasks(stage.server(pg).version()));
            if (!progress.tasks().isEmpty()) {
                labs.add(progress);
            }
        }
        List<String> names = labs.stream().map(LabProgress::lab).toList();
        files.all().stream().filter(progress -> !names.contains(progress.lab())).forEach(labs::add);
        return labs;
    }

    private LabProgress known(String lab, ProgressFiles files, LabForm form, @Nullable String pg) {
        String named = BundledLabs.named(lab, form.language());
        StudentLab student = StudentLab.of(named, form.of(ThrowAwayRun.read(named)));
        return student.progress(files, student.tasks(stage.server(pg).version()));
    }

    private static void write(String file, List<LabProgress> labs) {
        boolean xml = file.endsWith(".xml");
        if (!xml && !file.endsWith(".json")) {
            throw LabException.of(
                    "unknown kind of report: \"" + file + "\"",
                    "A file \"….xml\" is JUnit's, a file \"….json\" is Gradescope's results.json.");
        }
        try (Writer out = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)) {
            if (xml) {
                GraderXml.write(labs, out);
            } else {
                GradescopeJson.write(labs, out);
            }
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }
}
