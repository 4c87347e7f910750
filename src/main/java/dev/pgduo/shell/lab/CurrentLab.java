package dev.pgduo.shell.lab;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabOpening;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.place.LabDirectories;
import dev.pgduo.lab.place.LabState;
import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.version.PsqlStyle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lab of the prompt, opened at its first use; commands create and remove it. Thread-safe; the lab itself is for one thread
 * at a time.
 */
public final class CurrentLab implements WorkingLab, AutoCloseable {
    private final Path directory;
    private final Function<Lab, Naming> names;
    private final Supplier<BackslashCommands> backslash;
    private final SessionNodes sessions = new SessionNodes();
    private final PsqlStyle style;
    private @Nullable LabSessions desk;
    private Naming naming = Naming.plain();
    private Runnable listener = () -> {};

    /**
     * The lab in this directory, whether it exists or not.
     *
     * @param names the shown names for a lab's paths and ports
     * @param backslash the backslash commands of its sessions; asked for when the lab is opened
     */
    public CurrentLab(Path directory, Function<Lab, Naming> names, Supplier<BackslashCommands> backslash) {
        this(directory, names, backslash, PsqlStyle.STANDARD);
    }

    /** The same, with sessions that have the output of this version of psql. */
    public CurrentLab(
            Path directory, Function<Lab, Naming> names, Supplier<BackslashCommands> backslash, PsqlStyle style) {
        this.style = style;
        this.directory = directory;
        this.names = names;
        this.backslash = backslash;
    }

    /** The directory for a lab of this name below the user's data directory. */
    public static Path named(String name) {
        return LabDirectories.of(System.getenv(), Path.of(System.getenv().getOrDefault("HOME", "/")))
                .directory(name);
    }

    @Override
    public synchronized Path directory() {
        return desk == null ? directory : desk.lab().directory();
    }

    @Override
    public Optional<CurrentLab> own() {
        return Optional.of(this);
    }

    @Override
    public SessionNodes sessions() {
        return sessions;
    }

    @Override
    public synchronized boolean exists() {
        return desk != null || LabState.existsIn(directory);
    }

    @Override
    public LabSessions desk() {
        LabSessions open;
        synchronized (this) {
            if (desk != null) {
                return desk;
            }
            open = new LabSessions(LabOpening.open(directory), names, backslash.get(), style);
            desk = open;
        }
        listener().run();
        return open;
    }

    /** The names of its paths and ports now, or when it was last open. */
    public synchronized Naming naming() {
        if (desk != null) {
            naming = desk.naming();
        }
        return naming;
    }

    /** The lab if it is open. */
    public synchronized Optional<Lab> opened() {
        return Optional.ofNullable(desk).map(LabSessions::lab);
    }

    /** Adds an action that is run whenever another lab has become the current one, on the thread that made the change. */
    public synchronized void listen(Runnable other) {
        listener = other;
    }

    private synchronized Runnable listener() {
        return listener;
    }

    /** Makes a new lab the current one. */
    public LabSessions take(Lab made) {
        LabSessions taken = new LabSessions(made, names, backslash.get(), style);
        synchronized (this) {
            desk = taken;
        }
        listener().run();
        return taken;
    }

    /** Closes the lab because it has been removed. */
    public void forget() {
        synchronized (this) {
            desk = null;
        }
        listener().run();
    }

    /** Releases the lab; its servers keep running. */
    @Override
    public void close() {
        LabSessions open;
        synchronized (this) {
            open = desk;
        }
        forget();
        if (open != null) {
            open.close();
            open.lab().close();
        }
    }
}
