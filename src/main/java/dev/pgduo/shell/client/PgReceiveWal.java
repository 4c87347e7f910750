package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.receive.ReceiveListener;
import dev.pgduo.cluster.receive.ReceiveOptions;
import dev.pgduo.cluster.receive.WalReceiver;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.ErrorResponse;
import dev.pgduo.wire.ReplicationConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/** pg_receivewal: receives the WAL of a server into a directory. */
final class PgReceiveWal implements ClientProgram {
    private static final char CREATE = '\u0001';
    private static final char DROP = '\u0002';
    private static final char IF_NOT_EXISTS = '\u0003';
    private static final char NO_SYNC = '\u0004';
    private static final char SYNCHRONOUS = '\u0005';

    private static final String DUPLICATE_OBJECT = "42710";
    private static final int LARGEST_INTERVAL = Integer.MAX_VALUE / 1000;
    private static final int PAUSE_SECONDS = 5;

    @Override
    public String name() {
        return "pg_receivewal";
    }

    @Override
    public Getopt options() {
        String flags = "" + CREATE + DROP + IF_NOT_EXISTS + NO_SYNC + SYNCHRONOUS;
        return Getopt.of(
                "nvwWV?" + flags,
                "DEsSZdhpU",
                "directory=D endpos=E no-loop=n status-interval=s slot=S verbose=v compress=Z dbname=d host=h port=p"
                        + " username=U no-password=w password=W version=V help=? create-slot=" + CREATE + " drop-slot="
                        + DROP + " if-not-exists=" + IF_NOT_EXISTS + " no-sync=" + NO_SYNC + " synchronous="
                        + SYNCHRONOUS);
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        Job job = job(words, out);
        try {
            if (words.has(CREATE) || words.has(DROP)) {
                slot(job);
                return 0;
            }
            if (!Files.isDirectory(job.options.directory())) {
                throw LabException.of(
                        "could not open directory \"" + job.options.directory() + "\": No such file or directory");
            }
            return receive(job);
        } catch (ConnectFailed e) {
            throw LabException.of(e.words());
        } catch (IOException e) {
            throw LabException.of(String.valueOf(e.getMessage()));
        }
    }

    private record Job(Getopt.Words words, ReceiveOptions options, Conninfo server, ClientOutput out) {
        ReplicationConnection connect() throws ConnectFailed {
            return ServerWords.reached(server, out, (endpoint, password) -> {
                try {
                    return ReplicationConnection.open(
                            endpoint.withDatabase("").withPassword(password), server, "pg_receivewal");
                } catch (IOException e) {
                    throw new ConnectFailed(String.valueOf(e.getMessage()), null, e);
                }
            });
        }
    }

    private static Job job(Getopt.Words words, ClientOutput out) throws Misuse {
        Optional<Lsn> end = Optional.empty();
        int interval = 10;
        int compression = 0;
        for (Getopt.Option option : words.options()) {
            switch (option.letter()) {
                case 'E' -> end = Optional.of(end(option.value()));
                case 's' -> interval = IntegerOption.of("-s/--status-interval", option.value(), 0, LARGEST_INTERVAL);
                default -> {
                    // The file has been read to its end.
                }
            }
        }
        check(words);
        if (words.has('Z')) {
            compression = Compression.level(words.value('Z').orElseThrow());
        }
        ReceiveOptions.Durability durability = words.has(SYNCHRONOUS)
                ? ReceiveOptions.Durability.SYNCHRONOUS
                : words.has(NO_SYNC) ? ReceiveOptions.Durability.NONE : ReceiveOptions.Durability.SEGMENT;
        return new Job(
                words,
                new ReceiveOptions(
                        Path.of(words.value('D').orElse("")),
                        words.value('S'),
                        end,
                        Duration.ofSeconds(interval),
                        durability,
                        compression),
                ServerWords.of(words, out),
                out);
    }

    private static Lsn end(String value) {
        if (!value.matches("[0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8}")) {
            throw LabException.of("could not parse end position \"" + value + "\"");
        }
        return Lsn.parse(value);
    }

    private static void check(Getopt.Words words) throws Misuse {
        if (!words.operands().isEmpty()) {
            throw Misuse.tooMany(words.operands(), 0);
        }
        if (words.has(DROP) && words.has(CREATE)) {
            throw new Misuse("cannot use --create-slot together with --drop-slot");
        }
        if ((words.has(DROP) || words.has(CREATE)) && !words.has('S')) {
            throw new Misuse(
                    (words.has(DROP) ? "--drop-slot" : "--create-slot") + " needs a slot to be specified using --slot");
        }
        if (words.has(SYNCHRONOUS) && words.has(NO_SYNC)) {
            throw new Misuse("cannot use --synchronous together with --no-sync");
        }
        if (!words.has('D') && !words.has(DROP) && !words.has(CREATE)) {
            throw new Misuse("no target directory specified");
        }
    }

    private static void slot(Job job) throws ConnectFailed, IOException {
        String name = job.options.slot().orElseThrow();
        boolean drop = job.words.has(DROP);
        if (job.words.has('v')) {
            job.out.info((drop ? "dropping" : "creating") + " replication slot \"" + name + "\"");
        }
        String quoted = "\"" + name + "\"";
        String command = drop ? "DROP_REPLICATION_SLOT " + quoted : "CREATE_REPLICATION_SLOT " + quoted + " PHYSICAL";
        try (ReplicationConnection link = job.connect()) {
            link.ask(command);
        } catch (ErrorResponse e) {
            if (drop || !job.words.has(IF_NOT_EXISTS) || !e.sqlState().equals(DUPLICATE_OBJECT)) {
                throw LabException.of("could not send replication command \"" + command + "\": " + e.getMessage());
            }
        }
    }

    private static int receive(Job job) throws ConnectFailed, IOException {
        CountDownLatch interrupted = new CountDownLatch(1);
        WalReceiver receiver = new WalReceiver(job.options, listener(job));
        Signals.register("INT", () -> {
            interrupted.countDown();
            receiver.end();
        });
        try (ReplicationConnection first = job.connect()) {
            WalReceiver.segmentSize(first);
        }
        while (!receiver.ended()) {
            try (ReplicationConnection link = job.connect()) {
                receiver.stream(link);
            } catch (ConnectFailed e) {
                job.out.error(e.words());
            } catch (IOException e) {
                job.out.error(String.valueOf(e.getMessage()));
            }
            if (!receiver.ended()) {
                if (job.words.has('n')) {
                    throw LabException.of("disconnected");
                }
                job.out.info("disconnected; waiting " + PAUSE_SECONDS + " seconds to try again");
                pause(interrupted);
            }
        }
        return 0;
    }

    private static void pause(CountDownLatch interrupted) {
        try {
            interrupted.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted.countDown();
        }
    }

    private static ReceiveListener listener(Job job) {
        return new ReceiveListener() {
            @Override
            public void verbose(String text) {
                if (job.words.has('v')) {
                    job.out.info(text);
                }
            }

            @Override
            public void info(String text) {
                job.out.info(text);
            }

            @Override
            public void warning(String text) {
                job.out.warning(text);
            }
        };
    }
}
