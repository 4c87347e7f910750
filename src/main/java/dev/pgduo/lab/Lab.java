package dev.pgduo.lab;

import dev.pgduo.cluster.backup.BaseBackupClient;
import dev.pgduo.cluster.backup.ProtocolBackup;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.init.InitOptions;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Auth;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.server.ServerIn;
import dev.pgduo.lab.kept.KeptData;
import dev.pgduo.lab.link.LabLink;
import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.os.PortAliases;
import dev.pgduo.lab.pair.PairCheck;
import dev.pgduo.lab.place.LabLock;
import dev.pgduo.lab.place.LabPlace;
import dev.pgduo.lab.place.LabState;
import dev.pgduo.lab.place.PortReservation;
import dev.pgduo.lab.place.Ports;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import dev.pgduo.version.Capabilities;
import dev.pgduo.wire.DerivedKeys;
import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two nodes and what they have in common: a directory, a server version, ports. A lab is held by one pgduo at a time; its
 * servers go on when that one ends, and the next one finds it again.
 *
 * <p>Used by one thread at a time, but for the questions ({@link #query}, {@link #withRole}).
 */
public final class Lab implements AutoCloseable {
    /** The role that every node is initialised with. */
    public static final String SUPERUSER = "postgres";

    private volatile List<String> initdb = List.of();
    private final LabPlace place;
    private final LabLock lock;
    private final ServerBinaries binaries;
    private final Map<NodeName, LabQueries> queries = new EnumMap<>(NodeName.class);
    private final Map<NodeName, Node> nodes = new EnumMap<>(NodeName.class);
    private LabState state;
    private PortReservation reservation;
    private boolean throwAway;

    Lab(LabPlace place, LabLock lock, ServerBinaries binaries, LabState state, PortReservation reservation) {
        this.place = place;
        this.lock = lock;
        this.binaries = binaries;
        this.state = state;
        this.reservation = reservation;
        if (state.auth() != Auth.TRUST) {
            DerivedKeys.keep();
        }
        Arrays.stream(NodeName.values()).forEach(this::assemble);
    }

    /** Where its files are. */
    public Path directory() {
        return place.real();
    }

    public LabState state() {
        return state;
    }

    public ServerBinaries binaries() {
        return binaries;
    }

    public Capabilities capabilities() {
        return Capabilities.of(binaries.version());
    }

    /** A node as it is, initialised or not. */
    public Node node(NodeName name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalStateException("no node " + name);
        }
        return node;
    }

    /** Both nodes, a first. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Initialises a node at its first use; one whose data directory was emptied, moved or removed afterwards stays as it is. */
    public Node initialised(NodeName name) {
        Node node = node(name);
        if (!node.used() && node.status().status() == NodeStatus.EMPTY) {
            node.init(initOptions());
        }
        node.markUsed();
        return node;
    }

    /** A node is used first for what empties or fills its data directory: none is made in it any more. */
    public void taken(NodeName name) {
        Node node = node(name);
        try {
            if (!node.used() && !Files.exists(node.layout().data())) {
                PrivateFiles.directory(node.layout().data());
                state.runAs().own(node.layout().data());
            }
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error(
                            "could not create directory \"" + node.layout().data() + "\": " + FailureReason.of(e)),
                    e);
        }
        node.markUsed();
    }

    /** How this lab's nodes are initialised. */
    public InitOptions initOptions() {
        InitOptions options = switch (state.auth()) {
            case TRUST -> InitOptions.trust();
            case SOCKET -> InitOptions.socket(state.password());
            case SCRAM -> InitOptions.scram(state.password());
        };
        return options.with(initdb);
    }

    /** Initialises nodes with these options of initdb from now on. */
    public void initdb(List<String> options) {
        initdb = List.copyOf(options);
    }

    /** Who may connect to this lab's nodes. */
    public Auth auth() {
        return state.auth();
    }

    /** The lab's own connection to a node. Safe for use by several threads. */
    public LabQueries query(NodeName name) {
        LabQueries query = queries.get(name);
        if (query == null) {
            throw new IllegalStateException("no node " + name);
        }
        return query;
    }

    /** Where a session of a person connects. */
    public Endpoint endpoint(NodeName name) {
        String password = state.password().isEmpty() ? null : state.password();
        return new Endpoint("127.0.0.1", null, port(name), SUPERUSER, "postgres", password);
    }

    /** What a node listens on now; the lab's port when it does not run. */
    public int port(NodeName name) {
        Node node = nodes.get(name);
        return node == null ? state.port(name).number() : node.endpoint().port();
    }

    /** The lab's own questions to a node; through its socket when that is trusted and the password is not the lab's any more. */
    public Probe probe(NodeName name) {
        return probe(name, "postgres");
    }

    /** The same to another database of the node. */
    public Probe probe(NodeName name, String database) {
        Endpoint other = endpoint(name).withDatabase(database);
        return auth() == Auth.SOCKET
                ? Probe.open(other).orThrough(node(name).layout().socketDirectory())
                : Probe.open(other);
    }

    /** Closes what lets others in by TCP in a lab that trusts only its sockets; whatever was done may have opened it. */
    public void closeTrust() {
        if (auth() == Auth.SOCKET) {
            nodes().forEach(node -> new OpenTrust(node, query(node.name())).close());
        }
    }

    /** Takes base backups for a node without any program. */
    public BaseBackupClient backupClient(Node target) {
        ProtocolBackup backup = ProtocolBackup.of(
                target.settings(), Optional.of(state.password()).filter(password -> !password.isEmpty()));
        return throwAway ? backup.passing() : backup;
    }

    /** Looks at both nodes and says how they stand to each other. */
    public PairCheck check() {
        return new PairCheck(nodes, name -> probe(name).withShortTimeout());
    }

    /** The load that it can be put under. */
    public LabLoad load() {
        return LabLoad.of(directory());
    }

    /** The data that verbs have replaced. */
    public KeptData kept() {
        return new KeptData(directory(), nodes(), !throwAway);
    }

    /** Whether its data are of no worth to anybody, because it goes when its script has ended. */
    public boolean isThrowAway() {
        return throwAway;
    }

    /** The same lab as one that goes when its script has ended. */
    Lab thrownAway() {
        throwAway = true;
        return this;
    }

    /** The node that runs in this role, or empty; a before b when both do. */
    public Optional<NodeName> withRole(NodeStatus role) {
        return Arrays.stream(NodeName.values())
                .filter(name -> node(name).status().status() == role)
                .findFirst();
    }

    /**
     * The node that a word means: {@code a}, {@code b}, {@code primary} or {@code standby}.
     *
     * @throws LabException when no node has that name or role now
     */
    public NodeName resolve(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "primary" -> inRole(NodeStatus.RUNNING_PRIMARY, word);
            case "standby" -> inRole(NodeStatus.RUNNING_STANDBY, word);
            default -> NodeName.parse(word);
        };
    }

    private NodeName inRole(NodeStatus role, String word) {
        return withRole(role)
                .orElseThrow(() -> new LabException(
                        ErrorReport.error("no node is a running " + word).hint(new RoleHint(this).toHave(role))));
    }

    /**
     * Takes another port for a node that does not run when its own is taken or another lab's by now; says whether it did. The other
     * node's settings follow, also while it runs.
     */
    public boolean recheckPorts() {
        Set<NodeName> running = nodes().stream()
                .filter(node -> node.status().pid().isPresent())
                .map(Node::name)
                .collect(Collectors.toSet());
        Optional<Ports> ports = new Ports(state.ports(), reservation).renewed(running);
        ports.ifPresent(other -> move(other, running));
        return ports.isPresent();
    }

    private void move(Ports ports, Set<NodeName> running) {
        LabState next = state.withPorts(ports.byNode());
        PortAliases moved = new PortAliases(Arrays.stream(NodeName.values())
                .collect(Collectors.toMap(
                        name -> state.port(name).number(),
                        name -> next.port(name).number())));
        reservation = ports.reservation();
        state = next;
        state.save(directory());
        for (NodeName name : NodeName.values()) {
            if (!running.contains(name)) {
                query(name).close();
                assemble(name);
            }
            if (node(name).status().status() != NodeStatus.EMPTY) {
                node(name).rewriteSettings(moved::toReal);
                node(name).writeLocalSettings();
            }
        }
        nodes().stream()
                .filter(node ->
                        running.contains(node.name()) && node.status().pid().isPresent())
                .forEach(Node::reload);
    }

    /** The nodes that run, the standby last, so that it gets everything when they are stopped in this order. */
    public List<Node> stopOrder() {
        return nodes().stream()
                .filter(node -> node.status().pid().isPresent())
                .sorted((x, y) -> Boolean.compare(isStandby(x), isStandby(y)))
                .toList();
    }

    private static boolean isStandby(Node node) {
        return node.status().status() == NodeStatus.RUNNING_STANDBY;
    }

    /** Stops the nodes and removes everything that the lab made. */
    public void destroy() {
        load().end();
        LabLink.of(directory()).end();
        stopOrder().forEach(Lab::end);
        nodes().forEach(Node::releaseMemory);
        queries.values().forEach(LabQueries::close);
        endOthers();
        nodes().forEach(node -> FileTree.remove(node.layout().socketDirectory()));
        reservation.close();
        place.remove();
        lock.close();
    }

    /** Servers that somebody has started in other data directories in the lab. */
    private void endOthers() {
        try {
            ServerIn.below(directory()).forEach(ServerIn::end);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not look for servers in \"" + directory() + "\": " + FailureReason.of(e)),
                    e);
        }
    }

    /** A server may end by itself between the look and the stop. */
    private static void end(Node node) {
        try {
            node.stop(StopMode.IMMEDIATE);
        } catch (LabException e) {
            if (node.status().pid().isPresent()) {
                throw e;
            }
        }
    }

    /** Lets go of the lab; its servers go on. */
    @Override
    public void close() {
        queries.values().forEach(LabQueries::close);
        reservation.close();
        lock.close();
    }

    private void assemble(NodeName name) {
        NodeLayout layout = new NodeLayout(directory().resolve(name.toString()));
        LabQueries query = new LabQueries(
                () -> endpoint(name),
                () -> probe(name),
                () -> NextStep.toRun(name, node(name).status()));
        queries.put(name, query);
        nodes.put(
                name,
                new Node(new NodeSettings(
                        name, layout, state.port(name), binaries, state.runAs(), query, SUPERUSER, Deadline.DEFAULT)));
    }
}
