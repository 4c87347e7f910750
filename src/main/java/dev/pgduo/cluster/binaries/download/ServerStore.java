package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.binaries.BinDirectory;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.files.CacheDirectory;
import dev.pgduo.cluster.files.ForeignFile;
import dev.pgduo.cluster.files.ForeignFiles;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unpacked servers in the cache; downloads and unpacks missing ones.
 *
 * @param cache pgduo's cache directory
 * @param runAs the rights that the servers run with
 * @param platform the platform of the servers
 * @param progress hears of downloads
 */
record ServerStore(Path cache, RunAs runAs, Platform platform, TransferProgress progress) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerStore.class);
    private static final String DIRECTORY = "servers";

    /** The unpacked servers, newest first. */
    List<ServerBinaries> available() {
        List<ServerBinaries> found = new ArrayList<>();
        if (!trusted()) {
            return found;
        }
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
     * The server of this version, downloaded and unpacked if necessary.
     *
     * @throws LabException when it cannot be downloaded or unpacked
     */
    Optional<ServerBinaries> get(ServerVersion version) {
        ServerCache servers = new ServerCache(cache.resolve(DIRECTORY));
        if (servers.has(Releases.artifactVersion(version) + "-" + platform.name()) && !trusted()) {
            throw LabException.of(
                    "could not use the servers in \"" + servers.root() + "\": they may belong to another user",
                    "Remove this directory, or set XDG_CACHE_HOME to one of your own.");
        }
        String name = Releases.artifactVersion(version) + "-" + platform.name();
        return BinDirectory.in(servers.has(name) ? servers.place(name) : fetch(version, name));
    }

    /** Whether the files belong to this user; other users' programs are not run. */
    private boolean trusted() {
        try {
            CacheDirectory.requireOwn(cache, DIRECTORY, runAs);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (ForeignFile e) {
            ForeignFiles.leftAlone(e);
            return false;
        } catch (IOException e) {
            LOG.warn("left the servers of the cache alone: {}", e.getMessage());
            return false;
        }
    }

    Path archive(ServerVersion version) {
        return artifacts().local(platform, Releases.artifactVersion(version));
    }

    private Path fetch(ServerVersion version, String name) {
        String what = "PostgreSQL " + version;
        Path jar = download(version, what);
        ServerArchive archive = new ServerArchive(jar);
        UnpackFailure failure = new UnpackFailure(what, jar, cache);
        try {
            Path root = CacheDirectory.open(cache, DIRECTORY, runAs);
            return new ServerCache(root).get(name, directory -> {
                PinnedArchives.known().check(jar);
                archive.unpack(directory, "unpacking " + what, progress);
            });
        } catch (DamagedArchive e) {
            throw new LabException(failure.damaged(e), e);
        } catch (InterruptedIOException | ClosedByInterruptException | FileLockInterruptionException e) {
            throw new LabException(failure.cancelled(), e);
        } catch (IOException e) {
            throw new LabException(failure.unwritable(e), e);
        } finally {
            progress.ended();
        }
    }

    private Path download(ServerVersion version, String what) {
        try {
            return artifacts().get(platform, Releases.artifactVersion(version), "downloading " + what, progress);
        } finally {
            progress.ended();
        }
    }

    private static MavenArtifacts artifacts() {
        return new MavenArtifacts(MavenSettings.read(System.getenv()));
    }
}
