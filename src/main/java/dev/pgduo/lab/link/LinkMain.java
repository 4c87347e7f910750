package dev.pgduo.lab.link;

import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.process.LocalConnection;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.place.DaemonStart;
import dev.pgduo.lab.place.LineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Entry point of the link's process; its arguments are those of {@link DaemonStart}. */
public final class LinkMain {
    private static final long LOOK_MILLIS = 20;

    private LinkMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        LinkFiles files = new LinkFiles(Path.of(args[0]));
        files.daemon().enter();
        Optional<LinkOrder> first = LinkOrder.read(files.order());
        if (first.isPresent()) {
            run(files, first.get(), DaemonStart.wanted(args));
        }
    }

    /** Follows the settings in the file until it is removed, or the lab's process has ended. */
    private static void run(LinkFiles files, LinkOrder first, BooleanSupplier wanted)
            throws IOException, InterruptedException {
        try (LinkProxy proxy = new LinkProxy(first, connection -> known(files.lab(), connection));
                LineFile state = LineFile.create(files.state())) {
            String said = "";
            Optional<LinkOrder> order = Optional.of(first);
            while (order.isPresent() && wanted.getAsBoolean()) {
                if (order.get().number() != proxy.state().order()) {
                    proxy.apply(order.get());
                }
                String line = proxy.state().line();
                if (!line.equals(said)) {
                    state.write(line);
                    said = line;
                }
                Thread.sleep(LOOK_MILLIS);
                order = LinkOrder.read(files.order());
            }
        }
    }

    /**
     * Whether a connection comes from a server of the lab; where the system does not tell the process, connections from this
     * machine are accepted.
     */
    private static boolean known(Path lab, LocalConnection connection) {
        return !LocalConnection.known()
                || connection.openedBy(java.util.stream.Stream.of(NodeName.values())
                        .map(node -> new NodeLayout(lab.resolve(node.toString())).data())
                        .filter(Files::isDirectory)
                        .flatMap(data -> OsProcess.in(data).stream()));
    }
}
