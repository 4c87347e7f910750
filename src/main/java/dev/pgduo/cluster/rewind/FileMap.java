package dev.pgduo.cluster.rewind;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All files of source and target, each with what is to be done. For one thread. */
final class FileMap {
    private static final Comparator<Decision> ORDER = Comparator.comparing(Decision::action)
            .thenComparing((one, other) -> one.action() == FileAction.REMOVE
                    ? other.path().compareTo(one.path())
                    : one.path().compareTo(other.path()));

    private final Map<String, MappedFile> files = new HashMap<>();

    /**
     * What is to be done with a file.
     *
     * @param action beside its pages
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

    /** The target's file of this name is needed to recover. */
    void needed(String path) {
        MappedFile file = files.get(path);
        if (file != null) {
            file.needed();
        }
    }

    private MappedFile at(String path) {
        return files.computeIfAbsent(path, MappedFile::new);
    }

    /** The target has changed these pages of a file since the histories parted. */
    void changed(String path, BitSet pages) {
        MappedFile file = files.get(path);
        if (file != null) {
            file.changed(pages);
        }
    }

    /** What is to be done, in its order. */
    List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        files.values().forEach(file -> decisions.add(new Decision(file.action(), file)));
        decisions.sort(ORDER);
        return decisions;
    }

    /** The bytes of all files of the source. */
    long sourceBytes() {
        return files.values().stream()
                .flatMap(file -> file.source().stream())
                .mapToLong(ClusterFile::size)
                .sum();
    }
}
