package dev.pgduo.shell.script;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.transcript.model.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The labs that are played without a question: pgduo's own, and those that this user has approved. They are identified by the
 * SHA-256 of their content; each approval is a file of that name.
 */
public final class TrustedLabs {
    private final StateFiles files;

    public TrustedLabs(StateFiles files) {
        this.files = files;
    }

    /** Whether a lab is pgduo's own, or was approved. */
    boolean know(Transcript transcript) {
        return Files.isRegularFile(place(transcript)) || bundled(hash(text(transcript)));
    }

    /** Approves a lab from now on. */
    void remember(Transcript transcript) {
        files.make();
        try {
            PrivateFiles.directory(directory());
        } catch (IOException e) {
            throw new UncheckedIOException("could not create directory \"" + directory() + "\"", e);
        }
        AtomicFile.replace(place(transcript), transcript.text().source() + "\n");
    }

    private Path directory() {
        return files.directory().resolve("trusted");
    }

    private Path place(Transcript transcript) {
        return directory().resolve(hash(text(transcript)));
    }

    private static boolean bundled(String hash) {
        return BundledLabs.all().stream().anyMatch(lab -> hash(lab.bytes()).equals(hash));
    }

    /** The text that was read and will be played, not what the file contains by now. */
    private static byte[] text(Transcript transcript) {
        return transcript.text().expanded().getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
