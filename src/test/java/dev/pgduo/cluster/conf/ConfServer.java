package dev.pgduo.cluster.conf;

import dev.pgduo.fixture.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A server whose files a test may spoil, and what it says of them.
 *
 * @param server of the test's own
 */
record ConfServer(TestServer server) {
    private static final String FIELD = "\u0001";
    private static final String ROW = "\u0002";

    /** One without lines about the operating system's users. */
    static ConfServer of(TestServer server) throws IOException {
        Files.writeString(server.data().resolve("pg_ident.conf"), "");
        return new ConfServer(server);
    }

    Path data() {
        return server.data();
    }

    /** The directory of the socket. */
    String socket() {
        return server.socketDirectory().toString();
    }

    /** The rows of a query; what psql complains about is the only row when it fails. */
    List<List<String>> rows(String query) throws IOException {
        String printed = psql(socket(), "postgres", "postgres", query);
        List<List<String>> rows = new ArrayList<>();
        for (String row : printed.strip().isEmpty() ? new String[0] : printed.split(ROW, -1)) {
            rows.add(Arrays.asList(row.split(FIELD, -1)));
        }
        return rows;
    }

    /** What psql prints, on both streams, for a query of this user. */
    String psql(String host, String user, String database, String query) throws IOException {
        List<String> words = List.of("-X", "-q", "-A", "-t", "-w", "-F", FIELD, "-R", ROW, "-h", host, "-U", user);
        String printed = server.psql().words(words, "-d", database, "-c", query);
        return printed.endsWith("\n") ? printed.substring(0, printed.length() - 1) : printed;
    }
}
