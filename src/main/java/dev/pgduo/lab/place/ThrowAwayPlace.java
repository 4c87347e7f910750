package dev.pgduo.lab.place;

import dev.pgduo.cluster.files.ForeignFile;
import dev.pgduo.cluster.files.ForeignFiles;
import dev.pgduo.cluster.files.OwnFiles;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of temporary labs: a directory of this user's own in TMPDIR when that is set, else in memory where there is room,
 * else in the temporary directory.
 *
 * <p>A lab makes and removes some thousands of small files, which on a disk takes most of its time; and a temporary lab need
 * not survive a restart of the machine. The servers' fsync and full_page_writes stay on all the same.
 *
 * @param directory {@code pgduo-UID}; only this user has access
 */
public record ThrowAwayPlace(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayPlace.class);
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String KEPT = "kept-";
    private static final long ROOM = 2L << 30;
    private static final Duration REMOVAL = Duration.ofSeconds(2);

    /**
     * The place that these environment variables determine, which is made if it does not exist.
     *
     * @throws LabException when its name is taken by another user's files
     */
    public static ThrowAwayPlace of(Map<String, String> environment) throws IOException {
        String named = environment.getOrDefault("TMPDIR", "");
        if (!named.isEmpty()) {
            return in(List.of(Path.of(named)));
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        return in(roomy(MEMORY) ? List.of(MEMORY, temporary) : List.of(temporary));
    }

    /** The place in the first of these directories where its name is not taken by another user's files. */
    static ThrowAwayPlace in(List<Path> parents) throws IOException {
        List<ForeignFile> foreign = new ArrayList<>();
        for (Path parent : parents) {
            try {
                Path real = parent.toRealPath();
                Path own = OwnFiles.directory(real.resolve("pgduo-" + OwnFiles.user()), "rwx------");
                foreign.forEach(ForeignFiles::leftAlone);
                return new ThrowAwayPlace(own);
            } catch (ForeignFile e) {
                foreign.add(e);
            }
        }
        throw LabException.of(
                "could not create a directory for temporary labs: "
                        + foreign.stream().map(Throwable::getMessage).collect(Collectors.joining(", ")),
                "Remove it, or set TMPDIR to a directory of your own.");
    }

    /** Lets a server that runs as another user pass through to the labs; these are closed to everybody else. */
    public void admit() throws IOException {
        OwnFiles.directory(directory, "rwx--x--x");
    }

    /** A new directory; it is removed when no process holds the lab in it any more. */
    public ThrowAwayDirectory create() throws IOException {
        return ThrowAwayDirectory.create(directory);
    }

    /**
     * A former directory of this place, made again; empty when its name is taken, or it is not in this place. Waits a moment
     * when another pgduo may be about to remove its remains.
     */
    public Optional<ThrowAwayDirectory> createAgain(Path wanted) throws IOException {
        boolean ours = directory.equals(wanted.getParent())
                && ThrowAwayDirectory.nameOf(wanted)
                        .filter(wanted.getFileName().toString()::equals)
                        .isPresent();
        if (!ours) {
            return Optional.empty();
        }
        List<ThrowAwayDirectory> made =
                new ArrayList<>(ThrowAwayDirectory.createAgain(wanted).stream().toList());
        Wait.to("see directory \"" + wanted + "\" removed", REMOVAL).comesTrue(() -> {
            if (made.isEmpty()) {
                again(wanted).ifPresent(made::add);
            }
            return !made.isEmpty();
        });
        return made.stream().findFirst();
    }

    private static Optional<ThrowAwayDirectory> again(Path wanted) {
        try {
            return ThrowAwayDirectory.createAgain(wanted);
        } catch (IOException e) {
            LOG.warn("could not make {} again: {}", wanted, e.getMessage());
            return Optional.empty();
        }
    }

    /** A new directory that is not removed. */
    public Path keep() throws IOException {
        return Files.createTempDirectory(directory, KEPT);
    }

    /** The kept labs of this user in all places that {@link #of} may choose. */
    public static List<Path> kept(Map<String, String> environment) {
        String named = environment.getOrDefault("TMPDIR", "");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        List<Path> parents = named.isEmpty() ? List.of(MEMORY, temporary) : List.of(Path.of(named));
        return parents.stream()
                .map(parent -> parent.resolve("pgduo-" + OwnFiles.user()))
                .flatMap(place -> kept(place).stream())
                .toList();
    }

    private static List<Path> kept(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith(KEPT))
                    .filter(LabState::existsIn)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("could not look into {}: {}", place, e.getMessage());
            return List.of();
        }
    }

    /** Removes what pgduo processes that were killed have left, including servers. */
    public void sweep() {
        for (String name : names()) {
            sweep(name);
        }
    }

    private void sweep(String name) {
        try {
            Optional<ThrowAwayDirectory> left = ThrowAwayDirectory.abandoned(directory, name);
            if (left.isPresent()) {
                left.get().remove();
                LOG.info("removed {}, left by a pgduo that was killed", name);
            }
        } catch (ForeignFile e) {
            ForeignFiles.leftAlone(e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("left {} in {} alone: {}", name, directory, e.getMessage());
        }
    }

    /** The names of all labs of which something exists. */
    private TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.forEach(entry -> ThrowAwayDirectory.nameOf(entry).ifPresent(names::add));
        } catch (IOException e) {
            LOG.warn("could not look into {}: {}", directory, e.getMessage());
        }
        return names;
    }

    private static boolean roomy(Path memory) {
        try {
            FileStore store = Files.getFileStore(memory);
            return store.type().equals("tmpfs") && Files.isWritable(memory) && store.getUsableSpace() >= ROOM;
        } catch (IOException e) {
            return false;
        }
    }
}
