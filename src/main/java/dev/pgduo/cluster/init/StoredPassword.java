package dev.pgduo.cluster.init;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Changes the superuser's stored password in a cluster whose server does not run: a text in the only row of pg_authid that has
 * one.
 *
 * @param data the data directory of a cluster that was shut down
 */
record StoredPassword(Path data) {
    /** The file of pg_authid, which keeps its initial number until the table is rewritten. */
    private static final String PG_AUTHID = "global/1260";

    /** Sets it by a single-user server, so that nobody can connect without the password before. */
    void set(ServerBinaries binaries, RunAs runAs, String superuser, String verifier) {
        String role = superuser.replace("\"", "\"\"");
        OsCommand.of(binaries.require("postgres").toString(), "--single", "-F", "-D", data.toString(), "postgres")
                .reading("ALTER ROLE \"" + role + "\" PASSWORD '" + verifier + "'\n")
                .as(runAs)
                .run()
                .orThrow("set the password of role \"" + superuser + "\"");
    }

    /**
     * Replaces the text in the file, without a server.
     *
     * @return false, with nothing changed, when the file does not look as expected, or its pages have checksums
     */
    boolean replace(String before, String after) throws IOException {
        byte[] old = before.getBytes(StandardCharsets.US_ASCII);
        byte[] fresh = after.getBytes(StandardCharsets.US_ASCII);
        boolean bare = ControlData.tryRead(data)
                .filter(control -> control.number("data_checksum_version") == 0)
                .isPresent();
        if (!bare || old.length == 0 || old.length != fresh.length) {
            return false;
        }
        Path file = data.resolve(PG_AUTHID);
        try {
            byte[] bytes = Files.readAllBytes(file);
            int at = find(bytes, old, 0);
            if (at < 0 || find(bytes, old, at + 1) >= 0) {
                return false;
            }
            System.arraycopy(fresh, 0, bytes, at, fresh.length);
            Files.write(file, bytes, StandardOpenOption.WRITE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static int find(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
