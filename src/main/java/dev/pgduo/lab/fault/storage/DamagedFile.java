package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Bytes of a file that are changed, and written down before; the file stays the server's own.
 *
 * @param offset of the first one
 */
record DamagedFile(Path file, long offset) {
    private static final String BYTES = "bytes";
    private static final String FILE = "file";
    private static final String OFFSET = "offset";

    /** Turns each bit of some bytes. */
    void damage(Scene scene, int length) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] bytes = new byte[length];
            open.seek(offset);
            open.readFully(bytes);
            scene.note(FILE, file.toString());
            scene.note(OFFSET, Long.toString(offset));
            scene.note(BYTES, Base64.getEncoder().encodeToString(bytes));
            scene.tell("printf '" + "\\377".repeat(Math.min(length, 8)) + "' | dd of="
                    + OsCommand.quote(file.toString()) + " bs=1 seek=" + offset + " conv=notrunc");
            for (int at = 0; at < length; at++) {
                bytes[at] = (byte) ~bytes[at];
            }
            open.seek(offset);
            open.write(bytes);
        } catch (IOException e) {
            throw LabException.of("could not change file \"" + file + "\": " + FailureReason.of(e));
        }
    }

    /** Puts the bytes back that were written down, if any were. */
    static void repair(Scene scene) {
        if (scene.note(BYTES).isEmpty()) {
            return;
        }
        Path file = Path.of(scene.note(FILE).orElseThrow());
        long offset = Long.parseLong(scene.note(OFFSET).orElseThrow());
        scene.tell("# the bytes at " + offset + " of " + file + " are put back");
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(offset);
            open.write(Base64.getDecoder().decode(scene.note(BYTES).orElseThrow()));
        } catch (IOException e) {
            throw LabException.of("could not change file \"" + file + "\": " + FailureReason.of(e));
        }
    }
}
