package dev.pgduo.session.meta;

import dev.pgduo.session.connection.ConnectFailed;
import dev.pgduo.session.connection.Endpoint;
import dev.pgduo.session.connection.WireConnection;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import java.util.List;

/** {@code \c} {@code \connect} */
final class Connect implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("c", "connect");
    }

    @Override
    public String usage() {
        return "[DBNAME|- [USER|- [HOST|- [PORT|-]]]]";
    }

    @Override
    public String help() {
        return "connect to another database or server";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Endpoint old = psql.endpoint();
        Endpoint target = old.withDatabase(word(arguments, old.database()))
                .withUser(word(arguments, old.user()))
                .withHost(word(arguments, old.host()));
        String port = word(arguments, Integer.toString(old.port()));
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
            psql.err("invalid integer value \"" + port + "\" for connection option \"port\"");
            return kept(psql);
        }
        return connect(target.withPort(Integer.parseInt(port)), old, psql);
    }

    private static String word(SlashScanner arguments, String old) {
        return arguments.connectionWord().orElse(old);
    }

    private static Next connect(Endpoint target, Endpoint old, Psql psql) {
        boolean sameServer = target.host().equals(old.host()) && target.port() == old.port();
        boolean fresh = psql.connection() == null;
        try {
            WireConnection connection = psql.connector().open(target);
            psql.connection(connection);
            String where = sameServer && !fresh ? "" : ConnectionInfo.server(connection);
            psql.output()
                    .out("You are now connected to database \"" + target.database() + "\" as user \"" + target.user()
                            + "\"" + where + ".\n");
            return Next.CONTINUE;
        } catch (ConnectFailed e) {
            psql.err(e.words());
            return kept(psql);
        }
    }

    private static Next kept(Psql psql) {
        if (psql.connection() != null) {
            psql.err("Previous connection kept");
        }
        return Next.FAILED;
    }
}
