package dev.pgduo.cluster.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process of this machine, running or not. Each call queries the system anew.
 *
 * @param pid the process id, from 1
 */
public record OsProcess(long pid) {
    public OsProcess {
        if (pid < 1) {
            throw new IllegalArgumentException("process id out of range: " + pid);
        }
    }

    /** Whether it runs; a zombie does not. */
    public boolean alive() {
        return ProcessTable.INSTANCE.alive(pid);
    }

    /** Whether the process id is in use, by a running process or a zombie. */
    public boolean exists() {
        return ProcessTable.INSTANCE.exists(pid);
    }

    /** Whether it is stopped by a signal, until SIGCONT. */
    public boolean stopped() {
        return ProcessTable.INSTANCE.stopped(pid);
    }

    /** Its working directory with links resolved; empty when it has ended, or the system does not tell. */
    public Optional<Path> directory() {
        return ProcessTable.INSTANCE.directory(pid);
    }

    /** Its command line as ps shows it; empty when it has ended. */
    public String title() {
        return ProcessTable.INSTANCE.title(pid);
    }

    /** Its start time as text, which distinguishes it from other processes with the same id; empty when it has ended. */
    public String started() {
        return ProcessTable.INSTANCE.started(pid);
    }

    /** Its direct children that are running. */
    public List<OsProcess> children() {
        return ProcessTable.INSTANCE.children(pid).stream().map(OsProcess::new).toList();
    }

    /** All its running descendants, parents first. */
    public List<OsProcess> descendants() {
        List<OsProcess> all = new ArrayList<>();
        for (OsProcess child : children()) {
            all.add(child);
            all.addAll(child.descendants());
        }
        return all;
    }

    /** The running processes of the session whose leader it is or was. */
    public List<OsProcess> session() {
        return ProcessTable.INSTANCE.session(pid).stream().map(OsProcess::new).toList();
    }

    /**
     * Sends a signal.
     *
     * @return false when there is no such process, or it may not be signaled
     */
    public boolean signal(Signal signal) {
        return signal(signal, List.of(this));
    }

    /** Sends one signal to several processes at once. */
    public static boolean signal(Signal signal, List<OsProcess> processes) {
        return processes.isEmpty() || SignalSender.INSTANCE.send(signal, processes);
    }

    /** Every running process with this working directory; empty where the system does not tell. */
    public static List<OsProcess> in(Path directory) {
        return ProcessTable.INSTANCE.in(directory).stream().map(OsProcess::new).toList();
    }
}
