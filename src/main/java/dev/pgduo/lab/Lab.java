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
 * Two nodes and what they share: a directory, a server version, ports. A lab is held by one pgduo at a time; its servers keep
 * running when that pgduo ends, and another pgduo can open the lab again.
 *
 * <p>Used by one thread at a time, except for the queries ({@link #query}, {@link #withRole}).
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

    /** The lab's directory. */
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

    /** A node of this lab, whether it is initialised or not. */
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

    /**
     * A node, which is initialised at its first use; a data directory that was emptied, moved or removed afterwards is left as
     * it is.
     */
    public Node initialised(NodeName name) {
        Node node = node(name);
        if (!node.used() && node.status().status() == NodeStatus.EMPTY) {
            node.init(initOptions());
        }
        node.markUsed();
        return node;
    }

    /**
     * Marks a node as used before a program empties or fills its data directory, so that pgduo does not initialise it; makes
     * the directory if it is missing.
     */
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

    /** The options of initdb with which this lab's nodes are initialised. */
    public InitOptions initOptions() {
        InitOptions options = switch (state.auth()) {
            case TRUST -> InitOptions.trust();
            case SOCKET -> InitOptions.socket(state.password());
            case SCRAM -> InitOptions.scram(state.password());
        };
        return options.with(initdb);
    }

    /** Sets options of initdb that are added whenever a node is initialised from now on. */
    public void initdb(List<String> options) {
        initdb = List.copyOf(options);
    }

    /** The client authentication of this lab's nodes. */
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

    /** The address and user with which a person's session connects to a node. */
    public Endpoint endpoint(NodeName name) {
        String password = state.password().isEmpty() ? null : state.password();
        return new Endpoint("127.0.0.1", null, port(name), SUPERUSER, "postgres", password);
    }

    /** The port that a node listens on; the port that the lab has for it when it does not run. */
    public int port(NodeName name) {
        Node node = nodes.get(name);
        return node == null ? state.port(name).number() : node.endpoint().port();
    }

    /**
     * Connections for the lab's own queries to a node; through its socket when the lab trusts sockets and the server refuses
     * the password.
     */
    public Probe probe(NodeName name) {
        return probe(name, "postgres");
    }

    /** Connections for the lab's own queries to another database of a node. */
    public Probe probe(NodeName name, String database) {
        Endpoint other = endpoint(name).withDatabase(database);
        return auth() == Auth.SOCKET
                ? Probe.open(other).orThrough(node(name).layout().socketDirectory())
                : Probe.open(other);
    }

    /**
     * Removes the rules that trust TCP connections from pg_hba.conf in a lab that trusts only its sockets; a command may have
     * added them.
     */
    public void closeTrust() {
        if (auth() == Auth.SOCKET) {
            nodes().forEach(node -> new OpenTrust(node, query(node.name())).close());
        }
    }

    /** Takes base backups for a node by pgduo's own code, without pg_basebackup. */
    public BaseBackupClient backupClient(Node target) {
        ProtocolBackup backup = ProtocolBackup.of(
                target.settings(), Optional.of(state.password()).filter(password -> !password.isEmpty()));
        return throwAway ? backup.passing() : backup;
    }

    /** Inspects both nodes and says how they relate to each other. */
    public PairCheck check() {
        return new PairCheck(nodes, name -> probe(name).withShortTimeout());
    }

    /** The load generator of this lab. */
    public LabLoad load() {
        return LabLoad.of(directory());
    }

    /** The data directories that commands have replaced. */
    public KeptData kept() {
        return new KeptData(directory(), nodes(), !throwAway);
    }

    /** Whether the lab is temporary, so that its data are of no value to anybody. */
    public boolean isThrowAway() {
        return throwAway;
    }

    /** The same lab, marked as temporary. */
    Lab thrownAway() {
        throwAway = true;
        return this;
    }

    /** The node that is running in this role, or empty; a when both do. */
    public Optional<NodeName> withRole(NodeStatus role) {
        return Arrays.stream(NodeName.values())
                .filter(name -> node(name).status().status() == role)
                .findFirst();
    }

    /**
     * The node that a word stands for: {@code a}, {@code b}, {@code primary} or {@code standby}.
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
     * Chooses another port for each node that does not run and whose port is in use or belongs to another lab now; returns
     * whether a port changed. The settings of both nodes follow, also of one that runs.
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

    /** The running nodes, the standby last: stopped in this order, it receives all WAL of the primary. */
    public List<Node> stopOrder() {
        return nodes().stream()
                .filter(node -> node.status().pid().isPresent())
                .sorted((x, y) -> Boolean.compare(isStandby(x), isStandby(y)))
                .toList();
    }

    private static boolean isStandby(Node node) {
        return node.status().status() == NodeStatus.RUNNING_STANDBY;
    }

    /** Stops the nodes and removes all files of the lab. */
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

    /** Ends servers that somebody has started in other data directories within the lab. */
    private void endOthers() {
        try {
            ServerIn.below(directory()).forEach(ServerIn::end);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not look for servers in \"" + directory() + "\": " + FailureReason.of(e)),
                    e);
        }
    }

    /** Stops a node; a server that ends by itself meanwhile is no error. */
    private static void end(Node node) {
        try {
            node.stop(StopMode.IMMEDIATE);
        } catch (LabException e) {
            if (node.status().pid().isPresent()) {
                throw e;
            }
        }
    }

    /** Releases the lab; its servers keep running. */
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
