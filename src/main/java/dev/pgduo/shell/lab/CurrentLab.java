package dev.pgduo.shell.lab;

import dev.pgduo.lab.BackslashCommands;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabDesk;
import dev.pgduo.lab.LabDirectories;
import dev.pgduo.lab.LabState;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lab that the commands work on, opened when it is first needed. Thread-safe; the lab itself is for one thread at a time. */
public final class CurrentLab implements AutoCloseable {
    private final Path directory;
    private @Nullable LabDesk desk;
    private boolean borrowed;
    private boolean attended;
    private Runnable listener = () -> {};
    private BackslashCommands backslash = BackslashCommands.NONE;

    /** The lab in this directory, whether it is there already or not. */
    public CurrentLab(Path directory) {
        this.directory = directory;
    }

    /** The directory for a lab's name under the user's own data directory. */
    public static Path named(String name) {
        return LabDirectories.of(System.getenv(), Path.of(System.getenv().getOrDefault("HOME", "/")))
                .directory(name);
    }

    /** What sessions reach with a backslash from now on. */
    public synchronized void backslash(BackslashCommands commands) {
        backslash = commands;
    }

    public synchronized Path directory() {
        return desk == null ? directory : desk.lab().directory();
    }

    /** Whether there is a lab. */
    public synchronized boolean exists() {
        return desk != null || LabState.existsIn(directory);
    }

    /**
     * The lab.
     *
     * @throws LabException when there is none yet
     */
    public Lab lab() {
        return desk().lab();
    }

    /** The lab at work. */
    public LabDesk desk() {
        LabDesk open;
        synchronized (this) {
            if (desk != null) {
                return desk;
            }
            open = new LabDesk(Lab.open(directory), Naming.plain(), backslash);
            desk = open;
        }
        listener().run();
        return open;
    }

    /** The lab, if it is open and not somebody else's. */
    public synchronized Optional<Lab> opened() {
        return borrowed ? Optional.empty() : Optional.ofNullable(desk).map(LabDesk::lab);
    }

    /** Somebody who is told whenever another lab has become the current one, by the thread that did it. */
    public synchronized void listen(Runnable other) {
        listener = other;
    }

    private synchronized Runnable listener() {
        return listener;
    }

    /** Works on this lab from now on, which is somebody else's to close. */
    public void borrow(LabDesk other) {
        close();
        synchronized (this) {
            desk = other;
            borrowed = true;
        }
        listener().run();
    }

    /** Takes over a lab that was just made. */
    public LabDesk take(Lab made) {
        LabDesk taken = new LabDesk(made, Naming.plain(), backslash);
        synchronized (this) {
            desk = taken;
            borrowed = false;
        }
        listener().run();
        return taken;
    }

    /** Whether this is the lab of a script, which must not be taken away from under it. */
    public synchronized boolean isBorrowed() {
        return borrowed;
    }

    /** Whether a person types in the lab of a script meanwhile. */
    public synchronized void attended(boolean now) {
        attended = now;
    }

    /** Whether a script types, and nobody else. */
    public synchronized boolean isScripted() {
        return borrowed && !attended;
    }

    /** The lab is gone. */
    public void forget() {
        synchronized (this) {
            desk = null;
            borrowed = false;
        }
        listener().run();
    }

    /** Lets go of the lab; its servers go on. */
    @Override
    public void close() {
        LabDesk open;
        boolean mine;
        synchronized (this) {
            open = desk;
            mine = !borrowed;
        }
        forget();
        if (open != null && mine) {
            open.close();
            open.lab().close();
        }
    }
}
