package dev.pgduo.lab;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.ShutdownHook;
import dev.pgduo.cluster.quantity.Auth;
import dev.pgduo.lab.place.LabHome;
import dev.pgduo.lab.place.Passwords;
import dev.pgduo.lab.place.ThrowAwayDirectory;
import dev.pgduo.lab.place.ThrowAwayPlace;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A temporary lab: it is removed when it is closed, and also when pgduo is interrupted or terminated. */
public final class ThrowAwayLab implements AutoCloseable {
    /** How long a step that was interrupted may take to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final boolean keep;
    private final AtomicReference<@Nullable Lab> lab = new AtomicReference<>();
    private final AtomicReference<@Nullable ThrowAwayDirectory> directory = new AtomicReference<>();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread owner = Thread.currentThread();
    private final ShutdownHook hook;

    private ThrowAwayLab(boolean keep) {
        this.keep = keep;
        // Registered before there is anything to remove, so that a program that ends meanwhile waits for the removal.
        this.hook = ShutdownHook.of("remove-lab", this::end);
    }

    /**
     * Creates a lab in a new directory of {@link ThrowAwayPlace}. Its nodes trust only their own sockets; sessions are shown as
     * if the nodes trusted this machine, as published transcripts expect.
     *
     * @param keep whether the lab remains, with its servers running
     */
    public static ThrowAwayLab create(ServerBinaries binaries, boolean keep) {
        return create(keep, (made, place) -> made.make(place, binaries));
    }

    /** Creates a temporary lab in the place of an earlier one, if that is free. */
    public static ThrowAwayLab createAgain(ServerBinaries binaries, LabHome home) {
        return create(false, (made, place) -> made.makeAgain(place, binaries, home));
    }

    private interface Making {
        void make(ThrowAwayLab made, ThrowAwayPlace place) throws IOException;
    }

    private static ThrowAwayLab create(boolean keep, Making making) {
        ThrowAwayLab made = new ThrowAwayLab(keep);
        try {
            ThrowAwayPlace place = ThrowAwayPlace.of(System.getenv());
            place.sweep();
            making.make(made, place);
            return made;
        } catch (IOException e) {
            made.close();
            throw new LabException(ErrorReport.error("could not create a temporary directory: " + e.getMessage()), e);
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private void make(ThrowAwayPlace place, ServerBinaries binaries) throws IOException {
        made(place, keep ? kept(place.keep(), binaries) : thrownAway(place.create(), binaries));
    }

    private void makeAgain(ThrowAwayPlace place, ServerBinaries binaries, LabHome home) throws IOException {
        Optional<ThrowAwayDirectory> again = place.createAgain(home.directory());
        if (again.isEmpty()) {
            make(place, binaries);
            return;
        }
        directory.set(again.get());
        made(place, LabOpening.create(home, binaries, Auth.SOCKET).thrownAway());
    }

    private void made(ThrowAwayPlace place, Lab made) throws IOException {
        lab.set(made);
        if (made.state().runAs().owner().isPresent()) {
            place.admit();
        }
    }

    private Lab thrownAway(ThrowAwayDirectory made, ServerBinaries binaries) {
        directory.set(made);
        return LabOpening.create(made.path(), binaries, Auth.SOCKET, Passwords.random())
                .thrownAway();
    }

    /** Creates a lab that remains; when that fails, its directory is removed. */
    private static Lab kept(Path path, ServerBinaries binaries) throws IOException {
        try {
            return LabOpening.create(path, binaries, Auth.SOCKET, Passwords.random())
                    .thrownAway();
        } catch (RuntimeException e) {
            FileTree.delete(path);
            throw e;
        }
    }

    public Lab lab() {
        return Objects.requireNonNull(lab.get(), "the lab is made");
    }

    @Override
    public void close() {
        remove();
        hook.close();
    }

    /**
     * The program is ending: interrupts the work, and removes the lab when the work has ended or after the patience has run
     * out.
     */
    private void end() {
        owner.interrupt();
        try {
            if (!closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                remove();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove() {
        if (!gone.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            Lab made = lab.get();
            if (made != null && keep) {
                made.close();
            } else if (made != null) {
                made.destroy();
            }
            ThrowAwayDirectory place = directory.get();
            if (place != null) {
                place.gone();
            }
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not remove the lab: " + e.getMessage()), e);
        } finally {
            closed.countDown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
