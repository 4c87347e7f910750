package dev.pgduo.cluster.binaries.download;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/**
 * The reason why a server's artifact could not be downloaded.
 *
 * @param failure the resolver's exception
 * @param repositories the repositories that were tried
 * @param offline whether Maven is set to offline mode
 */
record DownloadFailure(ArtifactResolutionException failure, List<RemoteRepository> repositories, boolean offline) {
    LabException report() {
        String asked = "Asked for " + failure.getResult().getRequest().getArtifact() + " in "
                + repositories.stream()
                        .map(each -> each.getId() + " (" + each.getUrl() + ")")
                        .collect(Collectors.joining(", "))
                + ".";
        if (offline) {
            return new LabException(
                    ErrorReport.error("could not download a PostgreSQL server: Maven is set to work offline")
                            .detail(asked)
                            .hint("Turn offline off and run \"pg fetch\", or take an installed server with --pg."),
                    failure);
        }
        if (missing()) {
            return new LabException(
                    ErrorReport.error("could not find this PostgreSQL server to download")
                            .detail(asked)
                            .hint("\"pg list\" shows the servers that there are."),
                    failure);
        }
        return new LabException(
                ErrorReport.error("could not download a PostgreSQL server: " + reason())
                        .detail(asked)
                        .hint("Without the network, only installed servers and those downloaded earlier can be used;"
                                + " \"pg fetch\" downloads them where there is one."
                                + " Mirrors and proxies are taken from Maven's settings.xml."),
                failure);
    }

    private boolean missing() {
        List<Exception> exceptions = failure.getResult().getExceptions();
        return !exceptions.isEmpty() && exceptions.stream().allMatch(ArtifactNotFoundException.class::isInstance);
    }

    private String reason() {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof UnknownHostException
                ? "unknown host \"" + cause.getMessage() + "\""
                : String.valueOf(cause.getMessage());
    }
}
