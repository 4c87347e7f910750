package dev.pgduo.cluster.rewind;

import dev.pgduo.report.LabException;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One path in the data directories, with the file that the source has there and the one that the target has. */
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

    /** Marks this WAL file of the target as needed for its recovery. */
    void needed() {
        needed = true;
    }

    Optional<ClusterFile> source() {
        return Optional.ofNullable(source);
    }

    Optional<ClusterFile> target() {
        return Optional.ofNullable(target);
    }

    /** Adds blocks that the target has changed; those count that both files have. */
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

    /** The blocks that are copied from the source, whatever the action is. */
    BitSet pages() {
        return pages;
    }

    /** What is done with the file, besides its changed blocks. */
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

    /** pg_rewind's message for a file that is an exception. */
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
