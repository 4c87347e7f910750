package dev.pgduo.lab.link;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A connection of the standby to the primary, through the link. Thread-safe. */
final class LinkConnection {
    private final Socket standby;
    private final Socket primary;
    private final Pump up;
    private final Pump down;
    private final Consumer<LinkConnection> gone;
    private final List<Thread> threads = new ArrayList<>();
    private boolean upEnded;
    private boolean downEnded;

    /** @param gone called when the connection has ended */
    LinkConnection(Socket standby, Socket primary, Map<Stream, Valve> valves, Consumer<LinkConnection> gone) {
        this.standby = standby;
        this.primary = primary;
        this.gone = gone;
        this.up = new Pump(standby, primary, valve(valves, Stream.UPSTREAM), this);
        this.down = new Pump(primary, standby, valve(valves, Stream.DOWNSTREAM), this);
    }

    private static Valve valve(Map<Stream, Valve> valves, Stream stream) {
        Valve valve = valves.get(stream);
        if (valve == null) {
            throw new IllegalStateException("no valve " + stream);
        }
        return valve;
    }

    /** The port of this machine from which the connection reaches the primary. */
    int port() {
        return primary.getLocalPort();
    }

    synchronized void start() {
        for (Runnable work : List.<Runnable>of(up::read, up::write, down::read, down::write)) {
            Thread thread = new Thread(work, "pump");
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /**
     * One direction has ended: what the other one still receives is discarded, and when both have ended, the connection is
     * closed.
     */
    void ended(Pump pump) {
        boolean both;
        synchronized (this) {
            upEnded |= pump == up;
            downEnded |= pump == down;
            both = upEnded && downEnded;
        }
        if (both) {
            close();
        } else {
            (pump == up ? down : up).useless();
        }
    }

    /** Resets the connection: both ends get an RST at once. */
    void reset() {
        for (Socket socket : List.of(standby, primary)) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // The socket is closed already.
            }
        }
        close();
    }

    private void close() {
        for (Socket socket : List.of(standby, primary)) {
            try {
                socket.close();
            } catch (IOException e) {
                // A socket that cannot be closed needs no further handling.
            }
        }
        List<Thread> all;
        synchronized (this) {
            all = List.copyOf(threads);
        }
        all.stream().filter(thread -> thread != Thread.currentThread()).forEach(Thread::interrupt);
        gone.accept(this);
    }
}
