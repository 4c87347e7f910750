package dev.pgduo.cluster.receive;

import dev.pgduo.cluster.backup.WalMessages;
import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.wire.ErrorResponse;
import dev.pgduo.wire.ReplicationConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Receives the WAL of a server, beginning after the WAL in its directory, also across promotions. For one thread; any other one
 * may end it.
 */
public final class WalReceiver {
    private static final long SEGMENT_SIZE = 16L << 20;
    private static final int READS_SLOTS = 15;

    private final ReceiveOptions options;
    private final ReceiveListener listener;
    private volatile boolean ending;
    private volatile @Nullable WalCopy copy;
    private long lastTimeline;
    private Lsn lastPlace = new Lsn(0);

    public WalReceiver(ReceiveOptions options, ReceiveListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /** Ends the stream as soon as possible. From any thread. */
    public void end() {
        ending = true;
        WalCopy running = copy;
        if (running != null) {
            running.wake();
        }
    }

    /** Whether it was ended, or has reached its end. */
    public boolean ended() {
        return ending;
    }

    /** The size of the server's segments in bytes. */
    public static long segmentSize(ReplicationConnection link) throws IOException {
        Capabilities capabilities = capabilities(link);
        if (!capabilities.has(Feature.SHOW_IN_REPLICATION)) {
            return SEGMENT_SIZE;
        }
        String size = String.valueOf(link.ask("SHOW wal_segment_size").get(0).get(0));
        long number = Long.parseLong(size.replaceAll("\\D", ""));
        return size.toUpperCase(Locale.ROOT).endsWith("GB") ? number << 30 : number << 20;
    }

    private static Capabilities capabilities(ReplicationConnection link) {
        return Capabilities.of(ServerVersion.parse(link.serverVersion()));
    }

    /**
     * Receives WAL until it is ended, or the end position is reached.
     *
     * @throws IOException for any other end; the message is pg_receivewal's
     */
    public void stream(ReplicationConnection link) throws IOException {
        long size = segmentSize(link);
        List<@Nullable String> system = link.ask("IDENTIFY_SYSTEM").get(0);
        try (ReceivedSegments segments = new ReceivedSegments(options, size, listener)) {
            ReceivedSegments.Place place = start(link, segments, system, size);
            listener.verbose("starting log streaming at " + place.start() + " (timeline " + place.timeline() + ")");
            lastTimeline = 0;
            Optional<ReceivedSegments.Place> next = Optional.of(place);
            while (next.isPresent()) {
                next = timeline(link, segments, next.get(), size);
            }
        } catch (IOException e) {
            if (!ending) {
                throw e;
            }
            listener.verbose("received interrupt signal, exiting");
        } finally {
            copy = null;
        }
    }

    private ReceivedSegments.Place start(
            ReplicationConnection link, ReceivedSegments segments, List<@Nullable String> system, long size)
            throws IOException {
        Optional<ReceivedSegments.Place> here = segments.next();
        ReceivedSegments.Place place = here.isPresent()
                ? here.get()
                : slot(link)
                        .orElse(new ReceivedSegments.Place(
                                Long.parseLong(String.valueOf(system.get(1))),
                                Lsn.parse(String.valueOf(system.get(2)))));
        return new ReceivedSegments.Place(
                place.timeline(), new Lsn(place.start().position() & -size));
    }

    private Optional<ReceivedSegments.Place> slot(ReplicationConnection link) throws IOException {
        if (options.slot().isEmpty() || capabilities(link).major() < READS_SLOTS) {
            return Optional.empty();
        }
        List<@Nullable String> slot;
        try {
            slot = link.ask("READ_REPLICATION_SLOT " + options.slot().get()).get(0);
        } catch (ErrorResponse e) {
            throw new IOException("could not send replication command \"READ_REPLICATION_SLOT\": " + e.getMessage(), e);
        }
        if (slot.get(0) == null) {
            throw new IOException("replication slot \"" + options.slot().get() + "\" does not exist");
        }
        String start = slot.get(1);
        return start == null
                ? Optional.empty()
                : Optional.of(
                        new ReceivedSegments.Place(Long.parseLong(String.valueOf(slot.get(2))), Lsn.parse(start)));
    }

    /** Receives one timeline; returns the position on the next one, if there is one and it is needed. */
    private Optional<ReceivedSegments.Place> timeline(
            ReplicationConnection link, ReceivedSegments segments, ReceivedSegments.Place place, long size)
            throws IOException {
        history(link, place.timeline());
        if (enough(place.start(), place.timeline(), false)) {
            return Optional.empty();
        }
        String slot = options.slot().map(name -> "SLOT \"" + name + "\" ").orElse("");
        link.send("START_REPLICATION " + slot + place.start() + " TIMELINE " + place.timeline());
        try {
            link.expect('W');
        } catch (ErrorResponse e) {
            throw new IOException("could not send replication command \"START_REPLICATION\": " + e.getMessage(), e);
        }
        WalCopy running = new WalCopy(new WalMessages(link), segments, options, this::enough);
        copy = running;
        List<List<@Nullable String>> rows = running.run(place, size);
        if (rows.isEmpty()) {
            if (!enough(running.place(), place.timeline(), false)) {
                throw new IOException("replication stream was terminated before stop point");
            }
            return Optional.empty();
        }
        link.ready();
        long next = Long.parseLong(String.valueOf(rows.get(0).get(0)));
        Lsn begin = Lsn.parse(String.valueOf(rows.get(0).get(1)));
        return Optional.of(new ReceivedSegments.Place(next, new Lsn(begin.position() & -size)));
    }

    private void history(ReplicationConnection link, long timeline) throws IOException {
        Path file = options.directory().resolve(String.format(Locale.ROOT, "%08X.history", timeline));
        if (timeline > 1 && !Files.exists(file)) {
            List<@Nullable String> answer =
                    link.ask("TIMELINE_HISTORY " + timeline).get(0);
            AtomicFile.write(file, String.valueOf(answer.get(1)));
        }
    }

    /** Whether the WAL up to this position is sufficient. */
    private boolean enough(Lsn place, long timeline, boolean segmentFinished) {
        if (segmentFinished) {
            listener.verbose("finished segment at " + place + " (timeline " + timeline + ")");
        }
        if (options.end().filter(end -> end.compareTo(place) < 0).isPresent()) {
            listener.verbose("stopped log streaming at " + place + " (timeline " + timeline + ")");
            ending = true;
            return true;
        }
        if (lastTimeline != 0 && lastTimeline != timeline) {
            listener.verbose("switched to timeline " + timeline + " at " + lastPlace);
        }
        lastTimeline = timeline;
        lastPlace = place;
        if (ending) {
            listener.verbose("received interrupt signal, exiting");
        }
        return ending;
    }
}
