package dev.pgduo.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The user who runs this program. */
public final class ThisUser {
    private static final Path SELF = Path.of("/proc/self/stat");

    private ThisUser() {}

    /** The numeric id; 0 is root. On Linux it is the owner of the process's own files; on other systems a program is asked. */
    public static int id() {
        try {
            return Files.exists(SELF)
                    ? ((Number) Files.getAttribute(SELF, "unix:uid", LinkOption.NOFOLLOW_LINKS)).intValue()
                    : Integer.parseInt(OsCommand.of("id", "-u")
                            .run()
                            .orThrow("ask for the user's ID")
                            .stdout()
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
