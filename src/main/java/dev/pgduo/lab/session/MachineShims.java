package dev.pgduo.lab.session;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.report.ResourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Scripts for a lab's shells in place of {@code sudo}, {@code su} and the commands that start a machine's servers: wherever
 * they are used in a line, they work on the node's own server, not on the machine's.
 *
 * @param directory the scripts' directory, in the lab, with which it is removed
 */
record MachineShims(Path directory) {
    private static final Map<String, String> SCRIPTS = Map.of(
            "sudo", "sudo",
            "su", "su",
            "systemctl", "systemctl",
            "service", "systemctl",
            "pg_ctlcluster", "systemctl");

    /** Writes the scripts, and returns their directory. */
    Path make() throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
            AtomicFile.write(
                    directory.resolve(script.getKey()),
                    ResourceText.of(MachineShims.class, "machine/" + script.getValue()),
                    draft -> Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        return directory;
    }
}
