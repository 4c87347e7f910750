package dev.pgduo.session.meta;

import dev.pgduo.scan.Quoting;
import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.QuerySender;
import dev.pgduo.session.query.SilentQuery;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.WireConnection;
import java.util.List;
import java.util.Optional;

/** {@code \encoding}: shows or sets the client encoding. */
final class Encoding implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("encoding");
    }

    @Override
    public String help() {
        return "show or set client encoding";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> encoding = arguments.argument();
        WireConnection connection = psql.connection();
        if (encoding.isEmpty()) {
            psql.output().out(psql.variables().value("ENCODING").orElse("SQL_ASCII") + "\n");
        } else if (connection == null || !change(encoding.get(), connection, psql)) {
            psql.err(encoding.get() + ": invalid encoding name or conversion procedure not found");
        }
        return Next.CONTINUE;
    }

    private static boolean change(String encoding, WireConnection connection, Psql psql) {
        try {
            String command = "set client_encoding to " + Quoting.literal(encoding);
            boolean done = SilentQuery.tried(psql, connection, command);
            psql.connectionChanged();
            return done;
        } catch (ConnectionLost e) {
            QuerySender.lost(psql);
            return false;
        }
    }
}
