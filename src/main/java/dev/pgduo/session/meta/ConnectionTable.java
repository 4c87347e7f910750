package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.table.Column;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.Printers;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.TlsSession;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of {@code \conninfo} (psql 18: {@code exec_command_conninfo}). */
final class ConnectionTable {
    /** The first psql that prints a table. */
    static final int SINCE = 18;

    private ConnectionTable() {}

    static void print(WireConnection connection, Psql psql) throws IOException {
        Heading heading = new Heading(
                List.of(new Column("Parameter", false), new Column("Value", false)),
                "Connection Information",
                List.of());
        try (OutputStream output = psql.target().table()) {
            OutputPrinter printer =
                    Printers.open(heading, psql.target().fitted(psql.settings().print()), output);
            for (Map.Entry<String, String> line : lines(connection, psql).entrySet()) {
                printer.rows(List.<byte[][]>of(new byte[][] {bytes(line.getKey()), bytes(line.getValue())}));
            }
            printer.finish();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> lines(WireConnection connection, Psql psql) {
        Endpoint endpoint = connection.endpoint();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Database", endpoint.database());
        lines.put("Client User", endpoint.user());
        String host = psql.host().shown("host", endpoint.host());
        lines.put(endpoint.overSocket() ? "Socket Directory" : "Host", host);
        if (!endpoint.overSocket() && !endpoint.host().equals(connection.hostAddress())) {
            lines.put("Host Address", connection.hostAddress());
        }
        lines.put("Server Port", psql.host().shown("port", Integer.toString(endpoint.port())));
        lines.put("Options", psql.conninfo().value("options", ""));
        lines.put("Protocol Version", "3.0");
        lines.put("Password Used", Boolean.toString(connection.usedPassword()));
        lines.put("GSSAPI Authenticated", "false");
        lines.put("Backend PID", Integer.toString(connection.backendPid()));
        encryption(connection.encryption(), lines);
        lines.put("Superuser", known(connection.parameter("is_superuser")));
        lines.put("Hot Standby", known(connection.parameter("in_hot_standby")));
        return lines;
    }

    private static void encryption(@Nullable TlsSession tls, Map<String, String> lines) {
        lines.put("SSL Connection", Boolean.toString(tls != null));
        if (tls != null) {
            lines.put("SSL Library", "JSSE");
            lines.put("SSL Protocol", tls.protocol());
            lines.put("SSL Key Bits", tls.keyBits().isEmpty() ? known(null) : tls.keyBits());
            lines.put("SSL Cipher", tls.cipher());
            lines.put("SSL Compression", "false");
            lines.put("ALPN", "none");
        }
    }

    private static String known(@Nullable String value) {
        return value == null ? "unknown" : value;
    }
}
