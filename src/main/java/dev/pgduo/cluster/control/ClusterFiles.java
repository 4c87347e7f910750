package dev.pgduo.cluster.control;

import dev.pgduo.cluster.quantity.Damage;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The two files that identify a data directory: PG_VERSION and global/pg_control.
 *
 * @param control the content of pg_control, if it is valid
 * @param damage the error in one of them for this server
 */
public record ClusterFiles(Optional<ControlData> control, Optional<Damage> damage) {
    private static final String UNREADABLE = "could not be read";
    private static final String MISSING = "is missing";
    private static final String HALFWAY = "is missing, for the directory was rewound halfway";

    /** Reads the files of a data directory for a server of this version; never throws. */
    public static ClusterFiles of(Path data, ServerVersion server) {
        Optional<ControlData> control = ControlData.tryRead(data);
        Optional<Damage> damage = version(data.resolve("PG_VERSION"), server);
        if (damage.isEmpty() && control.isEmpty()) {
            damage = Optional.of(
                    ControlData.rewoundHalfway(data)
                            ? new Damage(ControlData.file(data), HALFWAY)
                            : spoilt(ControlData.file(data)));
        }
        return new ClusterFiles(control, damage);
    }

    private static Optional<Damage> version(Path file, ServerVersion server) {
        if (!Files.exists(file)) {
            return Optional.of(new Damage(file, MISSING));
        }
        try {
            String version = Files.readString(file).strip();
            if (version.equals(server.majorName())) {
                return Optional.empty();
            }
            return Optional.of(new Damage(
                    file,
                    version.matches("[\\d.]{1,8}")
                            ? "is that of PostgreSQL " + version + ", and the server is " + server
                            : "does not name a version"));
        } catch (IOException e) {
            return Optional.of(new Damage(file, UNREADABLE));
        }
    }

    private static Damage spoilt(Path file) {
        try {
            long size = Files.size(file);
            String what = size < ControlData.FILE_SIZE
                    ? "has " + size + " bytes instead of " + ControlData.FILE_SIZE
                    : "has a wrong checksum";
            return new Damage(file, what);
        } catch (IOException e) {
            return new Damage(file, Files.exists(file) ? UNREADABLE : MISSING);
        }
    }
}
