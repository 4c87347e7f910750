package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/**
 * The server artifacts in the Maven repositories of the user's settings, and in the local repository. Files in the local
 * repository are used without the network; downloads are verified with the repository's checksum.
 *
 * @param settings the user's settings
 */
record MavenArtifacts(MavenSettings settings) {
    static final String GROUP = "io.zonky.test.postgres";

    /** The path of the jar in the local repository, whether it exists or not. */
    Path local(Platform platform, String version) {
        String name = platform.artifactId();
        return settings.localRepository()
                .resolve(GROUP.replace('.', '/'))
                .resolve(name)
                .resolve(version)
                .resolve(name + "-" + version + ".jar");
    }

    /**
     * The jar. An existing one is used directly, because the resolver would lock it, which requires write access.
     *
     * @param doing the description for the progress
     * @throws LabException when it does not exist and cannot be downloaded
     */
    Path get(Platform platform, String version, String doing, TransferProgress progress) {
        Path there = local(platform, version);
        if (Files.isRegularFile(there)) {
            return there;
        }
        requireWritable(settings.localRepository());
        DefaultArtifact artifact = new DefaultArtifact(GROUP, platform.artifactId(), "jar", version);
        try (RepositorySystem system = new RepositorySystemSupplier().get();
                CloseableSession session = session(system, new TransferBridge(doing, progress))) {
            List<RemoteRepository> remote = system.newResolutionRepositories(session, settings.repositories());
            return get(system, session, new ArtifactRequest(artifact, remote, null));
        }
    }

    private static void requireWritable(Path repository) {
        Path nearest = repository;
        while (nearest.getParent() != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (!Files.isWritable(nearest)) {
            throw new LabException(ErrorReport.error(
                            "could not download a PostgreSQL server: Maven's local repository cannot be written")
                    .detail("It is \"" + repository + "\".")
                    .hint("Let its owner run \"pg fetch\", or name another one:"
                            + " MAVEN_ARGS=-Dmaven.repo.local=DIRECTORY."));
        }
    }

    private Path get(RepositorySystem system, CloseableSession session, ArtifactRequest request) {
        try {
            return system.resolveArtifact(session, request).getArtifact().getPath();
        } catch (ArtifactResolutionException e) {
            throw new DownloadFailure(e, request.getRepositories(), session.isOffline()).report();
        }
    }

    /**
     * A session with the simple kind of local repository, which ignores from which remote repository a file came, so that a
     * file from another mirror is used.
     */
    private CloseableSession session(RepositorySystem system, TransferBridge listener) {
        SessionBuilder builder = new SessionBuilderSupplier(system)
                .get()
                .withLocalRepositories(new LocalRepository(settings.localRepository(), "simple"))
                .setOffline(settings.offline())
                .setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL)
                .setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false))
                .setSystemProperties(System.getProperties())
                .setConfigProperty("aether.transport.http.connectTimeout", 10_000)
                .setConfigProperty("aether.transport.http.requestTimeout", 60_000)
                .setTransferListener(listener);
        settings.apply(builder);
        return builder.build();
    }
}
