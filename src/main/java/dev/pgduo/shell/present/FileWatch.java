package dev.pgduo.shell.present;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.PlayHost;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayOptions;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.script.LabForm;
import dev.pgduo.shell.script.LabWatching;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.script.Target;
import dev.pgduo.shell.script.ThrowAwayRun;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.shell.stage.Sections;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.Transcript;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Plays a lab, and again whenever its file is saved: on the same servers, which are restored to the begin of the first section
 * that has changed. When the front matter has changed, a new lab is made.
 */
public final class FileWatch implements LabWatching {
    private final ThrowAwayRun stage;

    public FileWatch(ThrowAwayRun stage) {
        this.stage = stage;
    }

    @Override
    public void watch(String file, ServerBinaries server, PlayOptions options, LabForm form, LabContext context) {
        try (FileChanges changes = new FileChanges(Path.of(file))) {
            boolean goOn = true;
            while (goOn) {
                Optional<Transcript> transcript = read(file, form, context.out());
                goOn = transcript.isPresent()
                        ? stage.made(
                                transcript.get(),
                                server,
                                false,
                                context,
                                played -> new Session(file, server, options, form, played, context.out())
                                        .run(transcript.get(), changes))
                        : changes.await();
            }
        }
    }

    /** Reads the file; prints the errors when it is invalid. */
    private static Optional<Transcript> read(String file, LabForm form, PrintWriter out) {
        try {
            return Optional.of(form.of(ThrowAwayRun.read(file)));
        } catch (LabException e) {
            e.report().lines().forEach(out::println);
            out.println("-- waiting for a change of " + file);
            out.flush();
            return Optional.empty();
        }
    }

    /** One lab, which is used as long as the front matter does not change. */
    private record Session(
            String file, ServerBinaries server, PlayOptions options, LabForm form, PlayedLab played, PrintWriter out) {

        /** Returns true when a new lab has to be made; false when the thread is interrupted. */
        boolean run(Transcript first, FileChanges changes) {
            Transcript transcript = first;
            Resolution resolution = played.rehearsal().begin();
            try (Presentation course =
                    new Presentation(resolution, played.rehearsal().player(host()), played.desk())) {
                report(course, transcript, 0);
                while (changes.await()) {
                    Optional<Transcript> read = read(file, form, out);
                    if (read.isPresent()
                            && !read.get()
                                    .text()
                                    .expanded()
                                    .equals(transcript.text().expanded())) {
                        if (!read.get().header().equals(transcript.header())) {
                            return true;
                        }
                        transcript = read.get();
                        int from = course.turnTo(
                                transcript.resolve(resolution.environment()),
                                played.rehearsal().player(transcript, host()));
                        report(course, transcript, from);
                    }
                }
                return false;
            }
        }

        private PlayHost host() {
            return new PlayHost(played.commands(), new PlayListener() {}, options);
        }

        private void report(Presentation course, Transcript transcript, int from) {
            if (from > 0) {
                Sections sections = course.sections();
                out.println("-- again from section " + (sections.at(from) + 1) + ": "
                        + sections.all().get(sections.at(from)).title());
                out.flush();
            }
            LabOutcome outcome = LabOutcome.played(new Target(server).cell(file), course.finish(transcript));
            outcome.details().forEach(out::println);
            out.println(outcome.summary());
            out.println("-- waiting for a change of " + file + "; Ctrl-C ends it");
            out.flush();
        }
    }
}
