package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.binaries.TransferProgress;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Reports the progress of a jar's download, and stops it when the thread is interrupted. */
final class TransferBridge extends AbstractTransferListener {
    private final String doing;
    private final TransferProgress progress;

    TransferBridge(String doing, TransferProgress progress) {
        this.doing = doing;
        this.progress = progress;
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        if (Thread.currentThread().isInterrupted()) {
            throw new TransferCancelledException("interrupted");
        }
        long total = event.getResource().getContentLength();
        if (event.getResource().getResourceName().endsWith(".jar") && total > 0) {
            progress.at(doing, event.getTransferredBytes(), total);
        }
    }
}
