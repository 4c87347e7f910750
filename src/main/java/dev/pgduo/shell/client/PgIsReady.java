package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.ConninfoDefaults;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.Ping;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** pg_isready: checks whether a server accepts connections. */
final class PgIsReady implements ClientProgram {
    private static final String SECONDS = "3";

    @Override
    public String name() {
        return "pg_isready";
    }

    @Override
    public Getopt options() {
        return Getopt.of("qV?", "dhptU", "dbname=d host=h port=p quiet=q timeout=t username=U version=V help=?");
    }

    @Override
    public String usage() {
        return ClientProgram.usage(name(), """
                  -d, --dbname=NAME     database, or a connection string
                  -h, --host=HOST       host, or the directory of the server's socket
                  -p, --port=PORT       port
                  -q, --quiet           only the exit code
                  -t, --timeout=SECS    how long to try, 0 for ever (default 3)
                  -U, --username=NAME   role
                  -V, --version
                  -?, --help

                Exit code: 0 accepting connections, 1 rejecting them, 2 no response, 3 not tried.
                """);
    }

    @Override
    public int misuse() {
        return Ping.NO_ATTEMPT.exitCode();
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        if (!words.operands().isEmpty()) {
            throw Misuse.tooMany(words.operands(), 0);
        }
        try {
            Conninfo full = new ConninfoDefaults(out.environment()).complete(said(words));
            Ping answer = Ping.of(full, Duration.parse("PT" + words.value('t').orElse(SECONDS) + "S"));
            if (!words.has('q')) {
                out.line(place(full) + " - " + answer.words());
            }
            return answer.exitCode();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            out.error(String.valueOf(e.getMessage()));
            return misuse();
        }
    }

    private static Conninfo said(Getopt.Words words) {
        Conninfo said = Conninfo.empty()
                .with("host", words.value('h').orElse(null))
                .with("port", words.value('p').orElse(null))
                .with("user", words.value('U').orElse(null));
        String database = words.value('d').orElse(null);
        return database != null && Conninfo.isConnectionString(database)
                ? said.overlaid(Conninfo.parse(database))
                : said.with("dbname", database);
    }

    private static String place(Conninfo full) {
        String host = full.value("hostaddr", full.value("host", Endpoint.SOCKETS));
        return host + ":" + full.value("port", "5432");
    }
}
