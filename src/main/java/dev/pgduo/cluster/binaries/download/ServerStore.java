package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.CacheDirectory;
import dev.pgduo.cluster.binaries.BinDirectory;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.version.ServerVersion;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The unpacked servers of the cache, and the way that they get there.
 *
 * @param cache pgduo's
 * @param runAs the rights that the servers run with
 * @param platform what the servers are built for
 * @param progress hears of downloads
 */
record ServerStore(Path cache, RunAs runAs, Platform platform, TransferProgress progress) {
    private static final String DIRECTORY = "servers";

    /** What is unpacked, newest first. */
    List<ServerBinaries> available() {
        List<ServerBinaries> found = new ArrayList<>();
        try (DirectoryStream<Path> directories =
                Files.newDirectoryStream(cache.resolve(DIRECTORY), "[0-9]*-" + platform.name())) {
            directories.forEach(directory -> BinDirectory.usable(directory).ifPresent(found::add));
        } catch (IOException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(ServerBinaries::version).reversed());
        return found;
    }

    /**
     * The server of this version, downloaded and unpacked when it is not there.
     *
     * @throws LabException when that is not possible
     */
    Optional<ServerBinaries> get(ServerVersion version) {
        ServerCache servers = new ServerCache(cache.resolve(DIRECTORY));
        String name = Releases.artifactVersion(version) + "-" + platform.name();
        return BinDirectory.in(servers.has(name) ? servers.place(name) : fetch(version, name));
    }

    Path archive(ServerVersion version) {
        return artifacts().local(platform, Releases.artifactVersion(version));
    }

    private Path fetch(ServerVersion version, String name) {
        String what = "PostgreSQL " + version;
        Path jar = artifacts().get(platform, Releases.artifactVersion(version), "downloading " + what, progress);
        ServerArchive archive = new ServerArchive(jar);
        UnpackFailure failure = new UnpackFailure(what, jar, cache);
        try {
            Path root = CacheDirectory.open(cache, DIRECTORY, runAs);
            return new ServerCache(root)
                    .get(name, directory -> archive.unpack(directory, "unpacking " + what, progress));
        } catch (DamagedArchive e) {
            throw new LabException(failure.damaged(e), e);
        } catch (InterruptedIOException | ClosedByInterruptException | FileLockInterruptionException e) {
            throw new LabException(failure.cancelled(), e);
        } catch (IOException e) {
            throw new LabException(failure.unwritable(e), e);
        }
    }

    private static MavenArtifacts artifacts() {
        return new MavenArtifacts(MavenSettings.read(System.getenv()));
    }
}
