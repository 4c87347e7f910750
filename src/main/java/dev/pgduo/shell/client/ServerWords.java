package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.ConninfoDefaults;
import dev.pgduo.wire.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server that a client program's options name, and the connection to it. */
final class ServerWords {
    private ServerWords() {}

    /** {@code -h -p -U}, and the connection string of {@code -d}, with libpq's defaults. */
    static Conninfo of(Getopt.Words words, ClientOutput out) {
        Conninfo said = Conninfo.empty()
                .with("host", words.value('h').orElse(null))
                .with("port", words.value('p').orElse(null))
                .with("user", words.value('U').orElse(null));
        String string = words.value('d').orElse(null);
        return new ConninfoDefaults(out.environment())
                .complete(string == null ? said : said.overlaid(Conninfo.parse(string)));
    }

    /** An attempt to use one server. */
    @FunctionalInterface
    interface Attempt<T> {
        T connect(Endpoint server, @Nullable String password) throws ConnectFailed;
    }

    /** Uses the first of the servers that answers, in libpq's order. */
    static <T> T reached(Conninfo full, ClientOutput out, Attempt<T> attempt) throws ConnectFailed {
        List<ConnectFailed> failures = new ArrayList<>();
        for (Endpoint server : full.endpoints()) {
            String known = full.value("password");
            String password =
                    known == null ? new ConninfoDefaults(out.environment()).password(full, server, out::note) : known;
            try {
                return attempt.connect(server, password);
            } catch (ConnectFailed e) {
                failures.add(e);
            }
        }
        throw ConnectFailed.all(failures);
    }
}
