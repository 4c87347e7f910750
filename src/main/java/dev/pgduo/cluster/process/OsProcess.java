package dev.pgduo.cluster.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process of this machine, running or not. Everything is asked anew at each call.
 *
 * @param pid its id, 1 and up
 */
public record OsProcess(long pid) {
    public OsProcess {
        if (pid < 1) {
            throw new IllegalArgumentException("process id out of range: " + pid);
        }
    }

    /** Whether it runs; a zombie, which nobody has reaped, does not. */
    public boolean alive() {
        return ProcessTable.INSTANCE.alive(pid);
    }

    /** Whether the process id is still taken, by a running process or a zombie. */
    public boolean exists() {
        return ProcessTable.INSTANCE.exists(pid);
    }

    /** Whether it is stopped by a signal, and goes on at SIGCONT. */
    public boolean stopped() {
        return ProcessTable.INSTANCE.stopped(pid);
    }

    /** Its working directory with links resolved; empty when it is gone or the system does not tell. */
    public Optional<Path> directory() {
        return ProcessTable.INSTANCE.directory(pid);
    }

    /** Its command line as ps shows it; empty when it is gone. */
    public String title() {
        return ProcessTable.INSTANCE.title(pid);
    }

    /** What tells it from every other process that has had or will have its id; empty when it is gone. */
    public String started() {
        return ProcessTable.INSTANCE.started(pid);
    }

    /** Its direct children that run. */
    public List<OsProcess> children() {
        return ProcessTable.INSTANCE.children(pid).stream().map(OsProcess::new).toList();
    }

    /** Its children that run, theirs, and so on; parents first. */
    public List<OsProcess> descendants() {
        List<OsProcess> all = new ArrayList<>();
        for (OsProcess child : children()) {
            all.add(child);
            all.addAll(child.descendants());
        }
        return all;
    }

    /** The running processes of the session that it leads, or led. */
    public List<OsProcess> session() {
        return ProcessTable.INSTANCE.session(pid).stream().map(OsProcess::new).toList();
    }

    /**
     * Sends a signal.
     *
     * @return false when there is no such process (any more) or it is not ours
     */
    public boolean signal(Signal signal) {
        return signal(signal, List.of(this));
    }

    /** Sends one signal to several processes at once. */
    public static boolean signal(Signal signal, List<OsProcess> processes) {
        return processes.isEmpty() || SignalSender.INSTANCE.send(signal, processes);
    }

    /** Every running process whose working directory is this one; empty where the system does not tell. */
    public static List<OsProcess> in(Path directory) {
        return ProcessTable.INSTANCE.in(directory).stream().map(OsProcess::new).toList();
    }
}
