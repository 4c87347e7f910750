package dev.pgduo.shell.present;

import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.EventLog;
import dev.pgduo.shell.command.LoneNumber;
import dev.pgduo.shell.pane.EventJournal;
import dev.pgduo.shell.script.EventFile;
import dev.pgduo.shell.script.PlayedLab;
import dev.pgduo.shell.stage.Slides;
import dev.pgduo.shell.web.LiveServer;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes the events of a presentation on to a file and to the live page, if these are wanted. */
final class Telling implements AutoCloseable {
    private final EventFile file;
    private final @Nullable LiveServer page;
    private @Nullable EventLog log;

    /**
     * The options for events.
     *
     * @param events the file, or null
     * @param web the port of the live page, 0 for any free one; null for no page
     * @param bind the address on which the page is served; null for this machine only
     */
    record Wanted(
            @Nullable String events,
            @Nullable LoneNumber web,
            @Nullable String bind) {}

    private Telling(EventFile file, @Nullable LiveServer page) {
        this.file = file;
        this.page = page;
    }

    /** Empties the file, and starts the server of the page. */
    static Telling of(Wanted wanted, Transcript transcript) {
        EventFile file = EventFile.of(wanted.events());
        LoneNumber port = wanted.web();
        if (port == null) {
            return new Telling(file, null);
        }
        Header header = transcript.header();
        String title = header.shownTitle().orElse(transcript.text().source());
        try {
            return new Telling(
                    file, new LiveServer(title, header.run().variant().language(), wanted.bind(), port.value()));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The addresses of the live page; empty without one. */
    List<String> addresses() {
        return page == null ? List.of() : page.addresses();
    }

    /**
     * A listener that makes events of the steps on this lab, and passes the steps on to the slides; steps that are not shown
     * make no events.
     */
    PlayListener listener(Slides slides, Transcript transcript, PlayedLab played) {
        if (page == null && !file.wanted()) {
            return slides;
        }
        EventLog made = new EventLog(slides, transcript, played.lab(), event -> {
            if (!slides.quiet()) {
                tell(event);
            }
        });
        log = made;
        played.tell(new EventJournal(made.typing(), played.desk()::naming));
        return made;
    }

    private void tell(Event event) {
        file.accept(event);
        if (page != null) {
            page.accept(event);
        }
    }

    @Override
    public void close() {
        if (log != null) {
            log.finished();
        }
        if (page != null) {
            page.close();
        }
        file.close();
    }
}
