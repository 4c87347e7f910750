package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.control.ControlData;
import java.util.List;

/**
 * Makes the plan of a rewind from the lists of files.
 *
 * @param shared the WAL segments that need not be copied
 */
record RewindDecision(RewindListener listener, CommonLog shared) {
    private static final long MEGABYTE = 1 << 20;

    /** Makes the plan, and reports the actions to the listener. */
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

    /**
     * The checkpoint to recover from: a standby's last restartpoint may be older than the common checkpoint, and the target must then begin
     * there.
     */
    private static CommonCheckpoint earlier(CommonCheckpoint common, ControlData source) {
        return source.redo().compareTo(common.redo()) < 0
                ? new CommonCheckpoint(source.checkpoint(), source.redo(), source.checkpointTimeline())
                : common;
    }
}
