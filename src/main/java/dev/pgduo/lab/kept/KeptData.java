package dev.pgduo.lab.kept;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data directories of a lab that commands have replaced, the newest two of each node. They are renamed, never copied. While
 * a command runs its entry has a name that begins with a dot: when it fails, or pgduo is killed, the data go back ({@link
 * #recover}).
 *
 * <p>For the one pgduo that holds the lab, by one thread at a time.
 */
public final class KeptData {
    private static final int NEWEST = 2;
    /** The total size in bytes above which older copies are removed. */
    private static final long LIMIT = 2L << 30;

    private static final Pattern ENTRY = Pattern.compile("(\\.?)([ab])-([0-9]{1,9})");
    private static final String REASON = "reason";

    private final Path root;
    private final List<Node> nodes;
    private final boolean keeps;

    /**
     * The kept data of a lab.
     *
     * @param lab its directory
     * @param nodes both
     * @param keeps whether data are kept at all; otherwise only until the command has ended
     */
    public KeptData(Path lab, List<Node> nodes, boolean keeps) {
        this.root = lab.resolve("kept");
        this.nodes = List.copyOf(nodes);
        this.keeps = keeps;
    }

    /** The work of a command for which data are set aside. */
    public interface Replacing {
        /**
         * Fills the node's place, which is empty.
         *
         * @throws LabException when that fails; the old data are then put back
         */
        void fill();
    }

    /**
     * Replaces a stopped node's data.
     *
     * @param reason the command, for the list
     * @param worth whether the old data are worth keeping
     * @param replacing fills the node's place with new data
     * @return the old data, if they are kept
     */
    public Optional<KeptCopy> replace(Node node, String reason, boolean worth, Replacing replacing) {
        try {
            Optional<Path> pending = setAside(node, reason);
            try {
                replacing.fill();
            } catch (RuntimeException | Error e) {
                if (pending.isPresent()) {
                    putBack(node, pending.get());
                }
                throw e;
            }
            if (pending.isEmpty()) {
                return Optional.empty();
            }
            return worth && keeps ? Optional.of(settle(pending.get())) : discard(pending.get());
        } catch (IOException e) {
            throw failed("replace the data of node " + node.name(), e);
        }
    }

    /**
     * Keeps a copy-on-write copy of a stopped node's data, for a command that changes files in place. Only where the file
     * system shares blocks, and the node has no tablespaces; otherwise no copy is made, as it would take time.
     */
    public Optional<KeptCopy> share(Node node, String reason) {
        Path data = node.layout().data();
        try {
            if (!keeps || !FileTree.entries(data.resolve("pg_tblspc")).isEmpty()) {
                return Optional.empty();
            }
            Path pending = begin(node, reason);
            Path sharing = pending.resolve("sharing");
            boolean shared = OsCommand.of("cp", "-a", "--reflink=always", data.toString(), sharing.toString())
                    .run()
                    .ok();
            if (shared) {
                Files.move(sharing, pending.resolve("data"));
            }
            return shared ? Optional.of(settle(pending)) : discard(pending);
        } catch (IOException e) {
            throw failed("keep the data of node " + node.name(), e);
        }
    }

    private Optional<Path> setAside(Node node, String reason) throws IOException {
        node.releaseMemory();
        DataMove move = move(node, root);
        if (!move.needed()) {
            return Optional.empty();
        }
        Path pending = begin(node, reason);
        move(node, pending).away();
        return Optional.of(pending);
    }

    /** Makes a new entry, which does not count until the command has ended. */
    private Path begin(Node node, String reason) throws IOException {
        int number = 1
                + all().stream()
                        .filter(copy -> copy.node() == node.name())
                        .mapToInt(KeptCopy::number)
                        .max()
                        .orElse(0);
        Path pending = root.resolve("." + node.name() + "-" + number);
        FileTree.delete(pending);
        Files.createDirectories(pending);
        node.settings().runAs().own(root);
        Files.writeString(pending.resolve(REASON), reason);
        return pending;
    }

    private DataMove move(Node node, Path store) {
        Path other = nodes.stream()
                .filter(each -> each.name() != node.name())
                .findFirst()
                .map(each -> each.layout().data())
                .orElseThrow();
        return new DataMove(node.layout().root(), node.layout().data(), other, store);
    }

    private void putBack(Node node, Path pending) throws IOException {
        FileTree.delete(node.layout().data());
        move(node, pending).back();
        FileTree.delete(pending);
    }

    private KeptCopy settle(Path pending) throws IOException {
        Path entry = root.resolve(pending.getFileName().toString().substring(1));
        Files.move(pending, entry);
        KeptCopy copy = read(entry).orElseThrow();
        prune();
        return copy;
    }

    private static Optional<KeptCopy> discard(Path pending) throws IOException {
        FileTree.delete(pending);
        return Optional.empty();
    }

    /** Completes the work of a pgduo that was killed: data whose place is still empty are put back, others are kept. */
    public void recover(Node node) {
        try {
            for (Path entry : FileTree.entries(root)) {
                Matcher name = ENTRY.matcher(entry.getFileName().toString());
                if (name.matches()
                        && !name.group(1).isEmpty()
                        && name.group(2).equals(node.name().toString())) {
                    recover(node, entry);
                }
            }
        } catch (IOException e) {
            throw failed("recover the data of node " + node.name(), e);
        }
    }

    private void recover(Node node, Path pending) throws IOException {
        if (FileTree.entries(node.layout().data()).isEmpty()) {
            putBack(node, pending);
        } else if (Files.isDirectory(pending.resolve("data"))) {
            if (keeps) {
                settle(pending);
            } else {
                FileTree.delete(pending);
            }
        } else {
            move(node, pending).back();
            FileTree.delete(pending);
        }
    }

    /** The kept data, the newest first. */
    public List<KeptCopy> list() {
        return all().stream()
                .sorted(Comparator.comparing(KeptCopy::since).reversed())
                .toList();
    }

    private List<KeptCopy> all() {
        try {
            List<KeptCopy> copies = new ArrayList<>();
            for (Path entry : FileTree.entries(root)) {
                read(entry).ifPresent(copies::add);
            }
            return copies;
        } catch (IOException e) {
            throw failed("list the kept data", e);
        }
    }

    private static Optional<KeptCopy> read(Path entry) throws IOException {
        Matcher name = ENTRY.matcher(entry.getFileName().toString());
        if (!name.matches() || !name.group(1).isEmpty()) {
            return Optional.empty();
        }
        Path reason = entry.resolve(REASON);
        Instant since = Files.getLastModifiedTime(reason).toInstant();
        return Optional.of(new KeptCopy(
                NodeName.parse(name.group(2)),
                Integer.parseInt(name.group(3)),
                entry,
                since,
                Files.readString(reason)));
    }

    /**
     * Puts kept data back into the place of a stopped node; the data that are there now are kept instead.
     *
     * @param number the kept data's number; empty for the newest of this node
     * @throws LabException when there are none
     */
    public KeptCopy restore(Node node, Optional<Integer> number, boolean worth) {
        KeptCopy copy = list().stream()
                .filter(kept -> kept.node() == node.name())
                .filter(kept -> number.isEmpty() || number.get() == kept.number())
                .findFirst()
                .orElseThrow(() -> LabException.of(
                        number.isPresent()
                                ? "node " + node.name() + " has no kept data " + number.get()
                                : "nothing is kept of node " + node.name(),
                        "\"undo\" lists what is kept."));
        replace(node, "undo", worth, () -> bringBack(node, copy));
        return copy;
    }

    private void bringBack(Node node, KeptCopy copy) {
        try {
            move(node, copy.directory()).back();
            FileTree.delete(copy.directory());
            ControlData.touch(node.layout().data());
        } catch (IOException e) {
            throw failed("bring back the data of node " + node.name(), e);
        }
    }

    /** Removes old copies: the newest two of each node stay, and older ones as far as the total size allows. */
    private void prune() throws IOException {
        List<KeptCopy> copies = list();
        long total = 0;
        for (int i = 0; i < copies.size(); i++) {
            KeptCopy copy = copies.get(i);
            long newer = copies.subList(0, i).stream()
                    .filter(kept -> kept.node() == copy.node())
                    .count();
            total += FileTree.size(copy.directory());
            if (newer >= NEWEST || (i > 0 && total > LIMIT)) {
                FileTree.delete(copy.directory());
            }
        }
    }

    private static LabException failed(String what, IOException cause) {
        return new LabException(
                ErrorReport.error("could not " + what + ": " + new UncheckedIOException(cause).getMessage()), cause);
    }
}
