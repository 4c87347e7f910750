package dev.pgduo.shell.psql;

import dev.pgduo.session.query.Psql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that are read first: the system's psqlrc, and {@code ~/.psqlrc} or the file that PSQLRC names. */
final class StartupFiles {
    private static final String SYSTEM = "/etc/postgresql-common/psqlrc";

    private StartupFiles() {}

    /** The existing files; of two forms of a name, the one with the version is preferred. */
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
