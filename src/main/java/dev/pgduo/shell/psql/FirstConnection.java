package dev.pgduo.shell.psql;

import dev.pgduo.session.query.Psql;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The connection that the command line names; asks for a password if one is required. */
record FirstConnection(StartupOptions startup, Psql psql) {
    WireConnection open() throws ConnectFailed, IOException {
        String password = startup.has('W') ? psql.host().ask("Password: ", true) : null;
        Conninfo full = full(password);
        try {
            return connect(full);
        } catch (ConnectFailed e) {
            boolean ask = e.needsPassword() && password == null && !startup.has('w');
            String typed = ask ? psql.host().ask("Password for user " + full.value("user", "") + ": ", true) : null;
            if (typed == null) {
                throw e;
            }
            return connect(full(typed));
        }
    }

    private WireConnection connect(Conninfo full) throws ConnectFailed {
        WireConnection connection = psql.connector().open(full);
        psql.conninfo(full);
        return connection;
    }

    private Conninfo full(@Nullable String password) throws ConnectFailed {
        Conninfo said = Conninfo.empty()
                .with("host", startup.value('h'))
                .with("port", startup.value('p'))
                .with("user", startup.value('U'))
                .with("password", password);
        String database = startup.value('d');
        if (database == null && startup.has('l')) {
            database = "postgres";
        }
        try {
            boolean string = database != null && Conninfo.isConnectionString(database);
            said = string ? said.overlaid(Conninfo.parse(String.valueOf(database))) : said.with("dbname", database);
            return psql.connector().defaults(said);
        } catch (IllegalArgumentException e) {
            throw new ConnectFailed(String.valueOf(e.getMessage()), null, e);
        }
    }
}
