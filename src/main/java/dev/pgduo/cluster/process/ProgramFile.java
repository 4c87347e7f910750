package dev.pgduo.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The identity of a program's file. */
public final class ProgramFile {
    private ProgramFile() {}

    /**
     * A text that changes when the file is replaced or written to: real path, size, times, inode number; empty when there is
     * none.
     */
    public static Optional<String> state(Path program) {
        try {
            Path real = program.toRealPath();
            Map<String, Object> now = Files.readAttributes(real, "unix:size,lastModifiedTime,ctime,ino,dev");
            return Optional.of(real + " " + now.get("size") + " " + now.get("lastModifiedTime") + " " + now.get("ctime")
                    + " " + now.get("dev") + ":" + now.get("ino"));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
