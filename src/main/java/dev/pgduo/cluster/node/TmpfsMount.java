package dev.pgduo.cluster.node;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.process.Daemon;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Programs;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small file system in memory over one directory of a node: a tmpfs in a mount namespace of its own, which needs no
 * privileges and is not visible outside. A process holds the namespace, and the node's server is started in it. That process is
 * found again by its working directory, which no other process uses.
 */
public final class TmpfsMount {
    private static final String SOURCE = "pgduo";
    private static final Path PROC = Path.of("/proc");
    private static final List<String> NAMESPACE = List.of("unshare", "-Urm", "--propagation", "private");
    private static final String MOUNT = "mount -t tmpfs -o \"size=$1,mode=0700\" " + SOURCE + " \"$2\"";

    private final NodeSettings node;
    private final Path place;

    /** The mount of this node, which may not exist. */
    public TmpfsMount(NodeSettings node) {
        this.node = node;
        this.place = node.layout().root().resolve("mount");
    }

    /** Why a server with these rights cannot have such a mount, as a sentence; empty when it can. */
    public static Optional<String> unavailable(RunAs runAs) {
        if (!Daemon.possible()
                || Programs.find("nsenter").isEmpty()
                || Programs.find("unshare").isEmpty()) {
            return Optional.of("It needs a mount namespace, and the programs unshare and nsenter are not installed.");
        }
        List<String> words = new ArrayList<>(NAMESPACE);
        words.addAll(List.of("sh", "-c", MOUNT, "sh", "64k", "/tmp"));
        Finished tried = OsCommand.of(words).as(RunAs.Within.outer(runAs)).run();
        return tried.ok()
                ? Optional.empty()
                : Optional.of("This system does not let "
                        + RunAs.Within.outer(runAs).describe().replaceFirst("^runs as ", "")
                        + " mount a file system in a user namespace: "
                        + tried.stderr().strip().lines().findFirst().orElse("exit code " + tried.exitCode()) + ".");
    }

    /** The command line that a person would type. */
    public static String line(Path directory, long bytes) {
        return "unshare -Urm sh -c 'mount -t tmpfs -o size=" + (bytes >> 10) + "k " + SOURCE + " "
                + OsCommand.quote(directory.toString()) + " && exec sleep infinity' &";
    }

    /**
     * Mounts it over a directory of the node, which must not run, and copies the directory's content into it.
     *
     * @param bytes the size of the file system
     * @throws LabException when that fails; nothing is left then
     */
    public void mount(Path directory, long bytes) {
        RunAs outer = RunAs.Within.outer(node.runAs());
        try {
            Path real = directory.toRealPath();
            Files.createDirectories(place);
            Path said = place.resolveSibling("mount.log");
            Files.deleteIfExists(said);
            Files.createFile(said);
            node.runAs().own(place);
            List<String> words = new ArrayList<>(NAMESPACE);
            words.addAll(List.of("sh", "-c", MOUNT + " && exec sleep infinity", "sh", (bytes >> 10) + "k"));
            words.add(real.toString());
            Daemon holder = Daemon.start(OsCommand.of(words).in(place), outer, said);
            new Wait("mount a file system", node.deadline(), () -> "nothing is mounted")
                    .until(() -> mounted().isPresent() || holder.exitCode().isPresent());
            if (mounted().isEmpty()) {
                throw new LabException(ErrorReport.error("could not mount a file system over \"" + directory + "\"")
                        .detail(Files.readString(said).strip()));
            }
            Files.deleteIfExists(said);
            copy(real, inside(real));
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error(
                            "could not mount a file system over \"" + directory + "\": " + FailureReason.of(e)),
                    e);
        }
    }

    /** The process that holds the namespace. */
    public Optional<OsProcess> holder() {
        return Files.isDirectory(place) ? OsProcess.in(place).stream().findFirst() : Optional.empty();
    }

    /** The directory that it is mounted over. */
    public Optional<Path> mounted() {
        return holder().flatMap(TmpfsMount::mounted);
    }

    private static Optional<Path> mounted(OsProcess holder) {
        try {
            return Files.readAllLines(PROC.resolve(holder.pid() + "/mountinfo"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.contains(" - tmpfs " + SOURCE + " "))
                    .map(line -> Path.of(unescaped(line.split(" ", -1)[4])))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A path from the kernel's list of mounts, in which blanks and some other characters are octal numbers. */
    private static String unescaped(String path) {
        return path.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }

    /** The path outside of the namespace for a path that the node's server sees. */
    public Path seen(Path path) {
        if (!Files.isDirectory(place)) {
            return path;
        }
        try {
            Path real = path.toRealPath();
            return mounted().filter(real::startsWith).isPresent() ? inside(real) : path;
        } catch (IOException e) {
            return path;
        }
    }

    private Path inside(Path path) {
        long holder = holder().orElseThrow().pid();
        return PROC.resolve(holder + "/root").resolve(Path.of("/").relativize(path));
    }

    /** The rights with which the node's server is started. */
    RunAs runAs() {
        return holder().<RunAs>map(holder -> new RunAs.Within(holder.pid(), node.runAs()))
                .orElse(node.runAs());
    }

    /**
     * Unmounts it; its content is copied back to the directory, if that is the server's own. No process of the node may run.
     *
     * @return whether there was a mount
     */
    public boolean end() {
        Optional<Path> directory = mounted();
        try {
            if (directory
                    .filter(path -> path.startsWith(node.layout().root().resolve("data")))
                    .isPresent()) {
                Path own = directory.get();
                // The holder keeps everything until the copy is complete, so that this can be repeated.
                FileTree.empty(own);
                copy(inside(own), own);
            }
            if (Files.isDirectory(place)) {
                OsProcess.signal(Signal.KILL, OsProcess.in(place));
                new Wait("end the holder of a file system", node.deadline(), () -> "it runs")
                        .until(() -> OsProcess.in(place).isEmpty());
                FileTree.delete(place);
            }
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error(
                            "could not end the file system of node " + node.name() + ": " + FailureReason.of(e)),
                    e);
        }
        return directory.isPresent();
    }

    private void copy(Path from, Path to) {
        OsCommand.of("cp", "-a", from + "/.", to + "/")
                .as(RunAs.Within.outer(node.runAs()))
                .run()
                .orThrow("copy \"" + from + "\"");
    }
}
