package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.wire.TlsSession;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.util.List;

/** {@code \conninfo}: prints the session's connection. */
public final class ConnectionInfo implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("conninfo");
    }

    @Override
    public String help() {
        return "display information about the current connection";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        WireConnection connection = psql.connection();
        if (connection == null) {
            psql.output().out("You are currently not connected to a database.\n");
        } else if (psql.major() >= ConnectionTable.SINCE) {
            ConnectionTable.print(connection, psql);
        } else {
            psql.output()
                    .out("You are connected to database \""
                            + connection.endpoint().database() + "\" as user \""
                            + connection.endpoint().user() + "\"" + server(connection) + ".\n"
                            + encryption(connection));
        }
        return Next.CONTINUE;
    }

    /** The line about the connection's encryption, in psql's words; empty without encryption. */
    public static String encryption(WireConnection connection) {
        TlsSession tls = connection.encryption();
        return tls == null
                ? ""
                : "SSL connection (protocol: " + tls.protocol() + ", cipher: " + tls.cipher() + ", compression: off)\n";
    }

    /** The host, the address if it differs, and the port, in psql's words. */
    static String server(WireConnection connection) {
        String host = connection.endpoint().host();
        if (connection.endpoint().overSocket()) {
            return " via socket in \"" + host + "\" at port \""
                    + connection.endpoint().port() + "\"";
        }
        String address = connection.hostAddress();
        String shown = host.equals(address) ? "" : " (address \"" + address + "\")";
        return " on host \"" + host + "\"" + shown + " at port \""
                + connection.endpoint().port() + "\"";
    }
}
