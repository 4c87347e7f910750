package dev.pgduo.cluster;

import dev.pgduo.cluster.process.RunAs;
import java.nio.file.Path;
import java.util.Map;

/** Where things are kept that can be made again: {@code $XDG_CACHE_HOME/pgduo}, else {@code ~/.cache/pgduo}. */
public final class CacheDirectory {
    private CacheDirectory() {}

    /** The directory for programs with these rights; another user cannot get into root's home. */
    public static Path of(RunAs runAs) {
        return runAs.owner().map(user -> Path.of("/var/tmp/pgduo-" + user)).orElseGet(() -> own(System.getenv()));
    }

    static Path own(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.startsWith("/")
                ? Path.of(cache)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache");
        return base.resolve("pgduo");
    }
}
