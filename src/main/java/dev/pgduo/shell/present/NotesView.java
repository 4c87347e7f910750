package dev.pgduo.shell.present;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.report.TerminalText;
import dev.pgduo.transcript.model.Transcript;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Shows the notes of a presentation on a second terminal, with the time, until the presentation ends or Ctrl-C is pressed.
 *
 * @param notes the notes' file
 * @param transcript the lab file that is presented
 */
record NotesView(NotesFile notes, Transcript transcript) {
    private static final String CLEAR = "\u001b[H\u001b[2J";

    void follow(PrintWriter out) {
        Path directory = notes.file().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("no directory above " + notes.file());
        }
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            Files.createDirectories(directory);
            directory.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            boolean begun = false;
            boolean goOn = true;
            while (goOn) {
                Optional<NotesFile.Page> page = notes.read();
                show(page, out);
                goOn = (page.isPresent() || !begun) && pause(watch);
                begun = begun || page.isPresent();
            }
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not follow the presentation: " + FailureReason.of(e)), e);
        }
    }

    private void show(Optional<NotesFile.Page> page, PrintWriter out) {
        out.print(CLEAR);
        String lab = transcript.header().shownTitle().orElse(transcript.text().source());
        out.println(page.map(NotesView::clock).orElse("-:--") + "  " + TerminalText.shown(lab));
        out.println();
        page.map(NotesFile.Page::lines).orElse(List.of("nothing is presented")).stream()
                .map(TerminalText::shown)
                .forEach(out::println);
        out.flush();
    }

    private static String clock(NotesFile.Page page) {
        Duration time = Duration.ofMillis(System.currentTimeMillis() - page.since());
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** Waits until the file changes or a second has passed; false when the thread is interrupted. */
    private static boolean pause(WatchService watch) {
        try {
            WatchKey key = watch.poll(1, TimeUnit.SECONDS);
            if (key != null) {
                key.pollEvents();
                key.reset();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
