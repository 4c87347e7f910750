package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes of a file that are changed in place, so that owner and mode stay; the old bytes are noted first.
 *
 * @param offset the first changed byte's, from 0
 */
record DamagedFile(Path file, long offset) {
    private static final String BYTES = "bytes";
    private static final String DAMAGED = "damaged";
    private static final String FILE = "file";
    private static final String OFFSET = "offset";

    /** Inverts every bit of this many bytes. */
    void damage(Scene scene, int length) {
        byte[] bytes = read(length);
        for (int at = 0; at < length; at++) {
            bytes[at] = (byte) ~bytes[at];
        }
        scene.tell("printf '" + "\\377".repeat(Math.min(length, 8)) + "' | dd of=" + OsCommand.quote(file.toString())
                + " bs=1 seek=" + offset + " conv=notrunc");
        replace(scene, bytes);
    }

    /** The bytes that are in the file now. */
    byte[] read(int length) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[length];
            open.seek(offset);
            open.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw LabException.of("could not read file \"" + file + "\": " + FailureReason.of(e));
        }
    }

    /** Writes these bytes into the file. */
    void replace(Scene scene, byte[] bytes) {
        scene.note(FILE, file.toString());
        scene.note(OFFSET, Long.toString(offset));
        scene.note(DAMAGED, Base64.getEncoder().encodeToString(bytes));
        scene.note(BYTES, Base64.getEncoder().encodeToString(read(bytes.length)));
        write(bytes);
    }

    private void write(byte[] bytes) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(offset);
            open.write(bytes);
        } catch (IOException e) {
            throw LabException.of("could not change file \"" + file + "\": " + FailureReason.of(e));
        }
    }

    /** Restores the noted bytes, where the file still has the damaged ones. */
    static void repair(Scene scene) {
        if (scene.note(BYTES).isEmpty()) {
            return;
        }
        DamagedFile place = new DamagedFile(
                Path.of(scene.note(FILE).orElseThrow()),
                Long.parseLong(scene.note(OFFSET).orElseThrow()));
        byte[] damaged = Base64.getDecoder().decode(scene.note(DAMAGED).orElseThrow());
        if (Files.exists(place.file()) && Arrays.equals(place.read(damaged.length), damaged)) {
            scene.tell("# the bytes at " + place.offset() + " of " + place.file() + " are put back");
            place.write(Base64.getDecoder().decode(scene.note(BYTES).orElseThrow()));
        }
    }
}
