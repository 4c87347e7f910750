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
 * The prompt's own lab, opened when it is first needed; commands make and remove it. Thread-safe; the lab itself is for one thread
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
     * The lab in this directory, whether it is there already or not.
     *
     * @param names what a person calls its things
     * @param backslash gives what its sessions reach with a backslash; asked when the lab is opened
     */
    public CurrentLab(Path directory, Function<Lab, Naming> names, Supplier<BackslashCommands> backslash) {
        this(directory, names, backslash, PsqlStyle.STANDARD);
    }

    /** The same with sessions that print what this psql prints. */
    public CurrentLab(
            Path directory, Function<Lab, Naming> names, Supplier<BackslashCommands> backslash, PsqlStyle style) {
        this.style = style;
        this.directory = directory;
        this.names = names;
        this.backslash = backslash;
    }

    /** The directory for a lab's name under the user's own data directory. */
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

    /** What its things are called, or were when it was last open. */
    public synchronized Naming naming() {
        if (desk != null) {
            naming = desk.naming();
        }
        return naming;
    }

    /** The lab, if it is open. */
    public synchronized Optional<Lab> opened() {
        return Optional.ofNullable(desk).map(LabSessions::lab);
    }

    /** Somebody who is told whenever another lab has become the current one, by the thread that did it. */
    public synchronized void listen(Runnable other) {
        listener = other;
    }

    private synchronized Runnable listener() {
        return listener;
    }

    /** Takes over a lab that was just made. */
    public LabSessions take(Lab made) {
        LabSessions taken = new LabSessions(made, names, backslash.get(), style);
        synchronized (this) {
            desk = taken;
        }
        listener().run();
        return taken;
    }

    /** The lab is gone. */
    public void forget() {
        synchronized (this) {
            desk = null;
        }
        listener().run();
    }

    /** Lets go of the lab; its servers go on. */
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
