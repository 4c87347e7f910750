package dev.pgduo.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The file of a program, told from any other that had, has or will have its name. */
public final class ProgramFile {
    private ProgramFile() {}

    /** What changes when the file is replaced or written to: where it really is, size, times, number; empty when there is none. */
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
