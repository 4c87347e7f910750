package dev.pgduo.cluster.binaries.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SHA-256 checksums of the server archives with which this program was tested, so that a changed archive is not used. The
 * list has sha256sum's format.
 *
 * @param sumByName the checksum for each archive's file name
 */
record PinnedArchives(Map<String, String> sumByName) {
    PinnedArchives {
        sumByName = Map.copyOf(sumByName);
    }

    /** The list that comes with the program. */
    static PinnedArchives known() {
        try (InputStream list = Objects.requireNonNull(
                        PinnedArchives.class.getResourceAsStream("servers.sha256"), "the list of checksums is there");
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII))) {
            return new PinnedArchives(lines.lines()
                    .map(line -> line.split(" {2}", 2))
                    .collect(Collectors.toMap(words -> words[1], words -> words[0])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checksum of this archive; empty when it is not in the list. */
    Optional<String> of(Path archive) {
        return Optional.ofNullable(sumByName.get(archive.getFileName().toString()));
    }

    /**
     * Verifies the archive's checksum; one that is not in the list is only verified by the repository's checksum.
     *
     * @throws DamagedArchive when the checksum is another one
     */
    void check(Path archive) throws IOException {
        Optional<String> wanted = of(archive);
        if (wanted.isEmpty()) {
            return;
        }
        String found = sum(archive);
        if (!found.equals(wanted.get())) {
            throw new DamagedArchive("its SHA-256 is " + found + " and not " + wanted.get());
        }
    }

    private static String sum(Path archive) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(archive), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
