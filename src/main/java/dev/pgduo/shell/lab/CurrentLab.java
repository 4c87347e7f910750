package dev.pgduo.shell.lab;

import dev.pgduo.lab.BackslashCommands;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabDesk;
import dev.pgduo.lab.LabDirectories;
import dev.pgduo.lab.LabState;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lab that the commands work on, opened when it is first needed. For one thread at a time. */
public final class CurrentLab implements AutoCloseable {
    private final Path directory;
    private @Nullable LabDesk desk;
    private boolean borrowed;
    private boolean attended;
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
    public void backslash(BackslashCommands commands) {
        backslash = commands;
    }

    public Path directory() {
        return desk == null ? directory : desk.lab().directory();
    }

    /** Whether there is a lab. */
    public boolean exists() {
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
        LabDesk open = desk;
        if (open == null) {
            open = new LabDesk(Lab.open(directory), Naming.plain(), backslash);
            desk = open;
        }
        return open;
    }

    /** Works on this lab from now on, which is somebody else's to close. */
    public void borrow(LabDesk other) {
        close();
        desk = other;
        borrowed = true;
    }

    /** Takes over a lab that was just made. */
    public LabDesk take(Lab made) {
        LabDesk taken = new LabDesk(made, Naming.plain(), backslash);
        desk = taken;
        borrowed = false;
        return taken;
    }

    /** Whether this is the lab of a script, which must not be taken away from under it. */
    public boolean isBorrowed() {
        return borrowed;
    }

    /** Whether a person types in the lab of a script meanwhile. */
    public void attended(boolean now) {
        attended = now;
    }

    /** Whether a script types, and nobody else. */
    public boolean isScripted() {
        return borrowed && !attended;
    }

    /** The lab is gone. */
    public void forget() {
        desk = null;
        borrowed = false;
    }

    /** Lets go of the lab; its servers go on. */
    @Override
    public void close() {
        LabDesk open = desk;
        if (open != null && !borrowed) {
            open.close();
            open.lab().close();
        }
        forget();
    }
}
