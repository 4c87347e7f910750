package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.ConnectRequest;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Words;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code \c}, {@code \connect}: connects to another database or server (psql 15: {@code do_connect}). */
final class Connect implements MetaCommand {
    private static final String REUSE = "-reuse-previous=";

    @Override
    public List<String> names() {
        return List.of("c", "connect");
    }

    @Override
    public String help() {
        return "connect to new database";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> first = arguments.connectionWord();
        Optional<Boolean> reuse = Optional.empty();
        if (first.isPresent() && first.get().startsWith(REUSE)) {
            String word = first.get().substring(REUSE.length());
            reuse = Words.bool(word);
            if (reuse.isEmpty()) {
                psql.err("unrecognized value \"" + word + "\" for \"-reuse-previous\": Boolean expected");
                return Next.FAILED;
            }
            first = arguments.connectionWord();
        }
        ConnectRequest request = new ConnectRequest(
                first.orElse(null),
                arguments.connectionWord().orElse(null),
                arguments.connectionWord().orElse(null),
                arguments.connectionWord().orElse(null));
        return connect(request, reuse, psql);
    }

    private static Next connect(ConnectRequest request, Optional<Boolean> reuse, Psql psql) throws IOException {
        try {
            Conninfo full = request.resolved(psql, reuse);
            WireConnection old = psql.connection();
            WireConnection connection = opened(full, psql);
            boolean elsewhere = old == null
                    || !old.endpoint().host().equals(connection.endpoint().host())
                    || old.endpoint().port() != connection.endpoint().port();
            psql.connection(connection);
            tell(connection, elsewhere, psql);
            return Next.CONTINUE;
        } catch (IllegalArgumentException e) {
            psql.err(String.valueOf(e.getMessage()));
        } catch (ConnectFailed e) {
            failed(e, psql);
        }
        return Next.FAILED;
    }

    private static WireConnection opened(Conninfo full, Psql psql) throws ConnectFailed, IOException {
        try {
            return kept(full, psql);
        } catch (ConnectFailed e) {
            String prompt = "Password for user " + full.value("user", "") + ": ";
            @Nullable String typed = e.needsPassword() ? psql.host().ask(prompt, true) : null;
            if (typed == null) {
                throw e;
            }
            return kept(full.with("password", typed), psql);
        }
    }

    private static WireConnection kept(Conninfo full, Psql psql) throws ConnectFailed {
        WireConnection connection = psql.connector().open(full);
        psql.conninfo(full);
        return connection;
    }

    /**
     * Handles a failed connection: a pane and a person at psql's prompt keep the old connection, a script of the program loses
     * it.
     */
    private static void failed(ConnectFailed failure, Psql psql) {
        boolean typed = psql.frame().typed() || !psql.program();
        if (!typed) {
            psql.err("\\connect: " + failure.words());
            psql.connection(null);
            return;
        }
        psql.log().info(failure.words());
        if (psql.connection() != null) {
            psql.log().info("Previous connection kept");
        }
    }

    private static void tell(WireConnection connection, boolean elsewhere, Psql psql) {
        if (psql.settings().quiet()) {
            return;
        }
        String where = elsewhere ? ConnectionInfo.server(connection) : "";
        psql.output()
                .out((psql.frame().typed() ? ConnectionInfo.encryption(connection) : "")
                        + "You are now connected to database \""
                        + connection.endpoint().database() + "\" as user \""
                        + connection.endpoint().user() + "\"" + where + ".\n");
    }
}
