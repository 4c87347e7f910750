package dev.pgduo.cluster.rewind;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All files of source and target, with the action for each. For one thread. */
final class FileMap {
    private static final Comparator<Decision> ORDER = FileMap::compare;

    private final Map<String, MappedFile> files = new HashMap<>();

    /**
     * The action for one file.
     *
     * @param action besides copying its changed blocks
     */
    record Decision(FileAction action, MappedFile file) {
        String path() {
            return file.path();
        }
    }

    void source(ClusterFile file) {
        at(file.path()).source(file);
    }

    void target(ClusterFile file) {
        at(file.path()).target(file);
    }

    /** Marks a file of the target as needed for its recovery: it is not removed. */
    void needed(String path) {
        MappedFile file = files.get(path);
        if (file != null) {
            file.needed();
        }
    }

    private MappedFile at(String path) {
        return files.computeIfAbsent(path, MappedFile::new);
    }

    /** Adds the blocks of a file that the target has changed since the point of divergence. */
    void changed(String path, BitSet pages) {
        MappedFile file = files.get(path);
        if (file != null) {
            file.changed(pages);
        }
    }

    /** The actions in the order in which they are carried out. */
    List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        files.values().forEach(file -> decisions.add(new Decision(file.action(), file)));
        decisions.sort(ORDER);
        return decisions;
    }

    /** By action, then by path; what is removed comes in reverse order, so that a directory comes after what is in it. */
    private static int compare(Decision one, Decision other) {
        if (one.action() != other.action()) {
            return one.action().compareTo(other.action());
        }
        return one.action() == FileAction.REMOVE
                ? other.path().compareTo(one.path())
                : one.path().compareTo(other.path());
    }

    /** The size of all files of the source, in bytes. */
    long sourceBytes() {
        return files.values().stream()
                .flatMap(file -> file.source().stream())
                .mapToLong(ClusterFile::size)
                .sum();
    }
}
