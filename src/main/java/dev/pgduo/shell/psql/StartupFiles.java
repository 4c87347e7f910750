package dev.pgduo.shell.psql;

import dev.pgduo.session.query.Psql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that are read before anything else: the system's, and {@code ~/.psqlrc} or what PSQLRC names. */
final class StartupFiles {
    private static final String SYSTEM = "/etc/postgresql-common/psqlrc";

    private StartupFiles() {}

    /** Those that are there, the one for the version before the general one. */
    static List<String> found(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        String named = environment.getOrDefault("PSQLRC", "");
        String own = named.isEmpty() ? home + "/.psqlrc" : named.replaceFirst("^~(?=/|$)", home);
        return Stream.of(SYSTEM, own)
                .map(StartupFiles::best)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private static @Nullable String best(String file) {
        String minor = Psql.VERSION.substring(0, Psql.VERSION.indexOf(' '));
        String major = minor.substring(0, minor.indexOf('.'));
        return Stream.of(file + "-" + Psql.VERSION, file + "-" + minor, file + "-" + major, file)
                .filter(name -> Files.isReadable(Path.of(name)))
                .findFirst()
                .orElse(null);
    }
}
