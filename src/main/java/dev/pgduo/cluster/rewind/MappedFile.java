package dev.pgduo.cluster.rewind;

import dev.pgduo.report.LabException;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A path with what source and target have there. */
final class MappedFile {
    private static final int BLOCK = 8192;

    private final String path;
    private final BitSet pages = new BitSet();
    private @Nullable ClusterFile source;
    private @Nullable ClusterFile target;
    private boolean needed;

    MappedFile(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    void source(ClusterFile file) {
        if (file.kind() != ClusterFile.Kind.FILE && DataPath.isMainFork(path)) {
            throw LabException.of("data file \"" + path + "\" in source is not a regular file");
        }
        source = file;
    }

    void target(ClusterFile file) {
        target = file;
    }

    /** The target needs this file of its own log. */
    void needed() {
        needed = true;
    }

    Optional<ClusterFile> source() {
        return Optional.ofNullable(source);
    }

    Optional<ClusterFile> target() {
        return Optional.ofNullable(target);
    }

    /** The target has changed these pages; those count that both have. */
    void changed(BitSet blocks) {
        ClusterFile mine = target;
        ClusterFile theirs = source;
        if (mine == null) {
            return;
        }
        if (mine.kind() != ClusterFile.Kind.FILE) {
            throw LabException.of("unexpected page modification for non-regular file \"" + path + "\"");
        }
        if (theirs != null) {
            long both = Math.min(theirs.size(), mine.size()) / BLOCK;
            pages.or(blocks.get(0, (int) Math.min(both, blocks.length())));
        }
    }

    /** The pages that come from the source, whatever else is done. */
    BitSet pages() {
        return pages;
    }

    /** What is to be done. */
    FileAction action() {
        if (path.equals(DataPath.CONTROL) || path.contains(".DS_Store")) {
            return FileAction.NONE;
        }
        ClusterFile mine = target;
        ClusterFile theirs = source;
        if (DataPath.isOwn(path) || theirs == null) {
            return mine == null || (needed && !DataPath.isOwn(path)) ? FileAction.NONE : FileAction.REMOVE;
        }
        if (mine == null) {
            return theirs.kind() == ClusterFile.Kind.FILE ? FileAction.COPY : FileAction.CREATE;
        }
        if (mine.kind() != theirs.kind()) {
            throw LabException.of("file \"" + path + "\" is of different type in source and target");
        }
        if (path.endsWith("PG_VERSION") || theirs.kind() != ClusterFile.Kind.FILE) {
            return FileAction.NONE;
        }
        return DataPath.isMainFork(path) ? bySize(mine.size(), theirs.size()) : FileAction.COPY;
    }

    /** Why it is not treated as others of its kind are. */
    Optional<String> remark() {
        if (path.equals(DataPath.CONTROL)) {
            return Optional.empty();
        }
        if (DataPath.isOwn(path)) {
            return Optional.of("entry \"" + path + "\" excluded from source file list");
        }
        return needed && source == null && target != null
                ? Optional.of("Not removing file \"" + path + "\" because it is required for recovery")
                : Optional.empty();
    }

    private static FileAction bySize(long mine, long theirs) {
        return mine < theirs ? FileAction.COPY_TAIL : mine > theirs ? FileAction.TRUNCATE : FileAction.NONE;
    }
}
