package dev.pgduo.lab.session;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.report.ResourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Scripts for a lab's shells in the place of {@code sudo}, {@code su} and what starts the servers of a machine, wherever in a line
 * they stand: they lead to the node's own server and leave the machine's alone.
 *
 * @param directory where they are: in the lab, so they go with it
 */
record MachineShims(Path directory) {
    private static final Map<String, String> SCRIPTS = Map.of(
            "sudo", "sudo",
            "su", "su",
            "systemctl", "systemctl",
            "service", "systemctl",
            "pg_ctlcluster", "systemctl");

    /** Makes them, or makes them anew; the answer is their directory. */
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
