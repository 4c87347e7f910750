package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.control.ControlData;
import java.util.List;

/**
 * Makes a plan out of what is known of the files.
 *
 * @param shared what need not be fetched
 */
record RewindDecision(RewindListener listener, CommonLog shared) {
    private static final long MEGABYTE = 1 << 20;

    /** Decides, and tells what. */
    RewindPlan of(FileMap files, ControlData source, CommonCheckpoint common) {
        List<FileMap.Decision> decisions = files.decisions();
        if (listener.debugs()) {
            decisions.forEach(decision -> decision.file().remark().ifPresent(listener::debug));
            decisions.forEach(this::tell);
        }
        Pieces pieces = new Pieces();
        decisions.forEach(decision -> add(decision, pieces));
        listener.step("need to copy " + pieces.bytes() / MEGABYTE + " MB (total source directory size is "
                + files.sourceBytes() / MEGABYTE + " MB)");
        return new RewindPlan(decisions, pieces, source, earlier(common, source));
    }

    private void tell(FileMap.Decision decision) {
        MappedFile file = decision.file();
        if (decision.action() != FileAction.NONE || !file.pages().isEmpty()) {
            listener.debug(file.path() + " (" + decision.action() + ")");
            file.pages().stream().forEach(page -> listener.debug("block " + page));
        }
    }

    private void add(FileMap.Decision decision, Pieces pieces) {
        MappedFile file = decision.file();
        pieces.pages(file.path(), file.pages());
        long size = file.source().map(ClusterFile::size).orElse(0L);
        if (shared.has(file)) {
            return;
        }
        if (decision.action() == FileAction.COPY) {
            pieces.whole(file.path(), size);
        } else if (decision.action() == FileAction.COPY_TAIL) {
            long mine = file.target().map(ClusterFile::size).orElse(0L);
            pieces.range(file.path(), mine, size - mine);
        }
    }

    /** A source that is a standby may have begun its last recovery before: then the target must begin there too. */
    private static CommonCheckpoint earlier(CommonCheckpoint common, ControlData source) {
        return source.redo().compareTo(common.redo()) < 0
                ? new CommonCheckpoint(source.checkpoint(), source.redo(), source.checkpointTimeline())
                : common;
    }
}
