package dev.pgduo.cluster.binaries;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server that a person asks for.
 *
 * @param text a major, a version, {@code latest}, or empty for any
 */
record ServerRequest(String text) {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*+((devel|alpha|beta|rc)\\d*)?");
    private static final String LATEST = "latest";

    /**
     * Checks the text.
     *
     * @throws LabException when it is not a version
     */
    ServerRequest {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && !text.equals(LATEST)) {
            if (!NUMBER.matcher(text).matches()) {
                throw new LabException(ErrorReport.error("invalid server: \"" + text + "\"")
                        .hint("Write a major (15), a version (15.18), latest, installed, downloaded or a directory."));
            }
            ServerVersion.parse(text);
        }
    }

    /** The server, downloaded if necessary; empty when no source has a matching one. */
    Optional<ServerBinaries> from(List<BinariesSource> sources) {
        if (text.isEmpty()) {
            return newest(sources, "");
        }
        if (text.equals(LATEST)) {
            return sources.stream()
                    .flatMap(source -> source.versions().stream())
                    .max(Comparator.comparingInt(ServerVersion::major))
                    .flatMap(version -> newest(sources, version.majorName()));
        }
        ServerVersion version = ServerVersion.parse(text);
        return version.majorName().equals(text) ? newest(sources, text) : exactly(sources, version);
    }

    /** The newest release of a major, from the first source that has it; an empty name means any major. */
    private static Optional<ServerBinaries> newest(List<BinariesSource> sources, String major) {
        for (BinariesSource source : sources) {
            Optional<ServerVersion> version = source.versions().stream()
                    .filter(each -> major.isEmpty() || each.majorName().equals(major))
                    .findFirst();
            if (version.isPresent()) {
                return source.get(version.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<ServerBinaries> exactly(List<BinariesSource> sources, ServerVersion version) {
        return sources.stream().flatMap(source -> source.get(version).stream()).findFirst();
    }
}
