package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.binaries.BinariesSource;
import dev.pgduo.cluster.binaries.InstalledServers;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.files.CacheDirectory;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are available as Maven artifacts and are unpacked into the cache at their first use. They have postgres, initdb
 * and pg_ctl, all of contrib, and no client programs. Nothing is read before the first call; thread-safe.
 */
public final class DownloadedServers implements BinariesSource {
    private final TransferProgress progress;
    private @Nullable ServerStore store;

    /**
     * The servers in this user's cache.
     *
     * @param progress receives the progress of downloads
     */
    public DownloadedServers(TransferProgress progress) {
        this.progress = progress;
    }

    DownloadedServers(ServerStore store) {
        this(TransferProgress.NONE);
        this.store = store;
    }

    /** A choice that prefers installed servers to downloads. */
    public static ServerChoice choice(TransferProgress progress) {
        return new ServerChoice(List.of(InstalledServers.onThisMachine(), new DownloadedServers(progress)));
    }

    /** The newest version that can be downloaded. */
    public static ServerVersion newest() {
        return Releases.versions().get(0);
    }

    @Override
    public String name() {
        return "downloaded";
    }

    @Override
    public List<ServerVersion> versions() {
        return Releases.versions();
    }

    @Override
    public List<ServerBinaries> available() {
        return store().available();
    }

    @Override
    public Optional<ServerBinaries> get(ServerVersion version) {
        return store().get(version);
    }

    /** The path of this version's archive in Maven's local repository, whether it exists or not. */
    public Path archive(ServerVersion version) {
        return store().archive(version);
    }

    @Override
    public List<String> searched() {
        return List.of("Maven's repositories");
    }

    private synchronized ServerStore store() {
        ServerStore known = store;
        if (known == null) {
            RunAs runAs = RunAs.probe();
            known = new ServerStore(CacheDirectory.of(runAs), runAs, Platform.current(), progress);
            store = known;
        }
        return known;
    }
}
