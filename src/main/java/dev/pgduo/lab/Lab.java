package dev.pgduo.lab;

import dev.pgduo.cluster.Auth;
import dev.pgduo.cluster.BaseBackupClient;
import dev.pgduo.cluster.Deadline;
import dev.pgduo.cluster.FileTree;
import dev.pgduo.cluster.InitOptions;
import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeLayout;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeSettings;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.Port;
import dev.pgduo.cluster.StopMode;
import dev.pgduo.cluster.backup.ProtocolBackup;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.version.Capabilities;
import dev.pgduo.lab.os.Trees;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.connection.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Two nodes and what they have in common: a directory, a server version, ports. A lab is held by one pgduo at a time; its
 * servers go on when that one ends, and the next one finds it again.
 *
 * <p>Used by one thread at a time, but for the questions ({@link #query}, {@link #withRole}).
 */
public final class Lab implements AutoCloseable {
    /** The role that every node is initialised with. */
    public static final String SUPERUSER = "postgres";

    private final LabPlace place;
    private final LabLock lock;
    private final ServerBinaries binaries;
    private final Map<NodeName, LabQueries> queries = new EnumMap<>(NodeName.class);
    private final Map<NodeName, Node> nodes = new EnumMap<>(NodeName.class);
    private LabState state;
    private PortReservation reservation = PortReservation.NONE;

    private Lab(LabPlace place, LabLock lock, ServerBinaries binaries, LabState state) {
        this.place = place;
        this.lock = lock;
        this.binaries = binaries;
        this.state = state;
        Arrays.stream(NodeName.values()).forEach(this::assemble);
    }

    /**
     * Makes a lab in a directory that is empty or does not exist; its nodes are not initialised yet.
     *
     * @param password for SCRAM, or an empty text for nodes that trust this machine
     * @throws LabException when there is something in the directory
     */
    public static Lab create(Path directory, ServerBinaries binaries, String password) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            RunAs runAs = RunAs.probe();
            LabPlace place = LabPlace.make(absolute, runAs);
            try (var entries = Files.list(place.real())) {
                if (entries.anyMatch(entry -> !isBeginning(entry))) {
                    throw LabException.of(
                            "directory \"" + absolute + "\" is not empty",
                            "Take another one, or \"destroy\" the lab in it.");
                }
            }
            LabLock lock = LabLock.take(place.real());
            Ports ports = Ports.freePair();
            LabState state = new LabState(binaries.bin(), runAs, ports.byNode(), password);
            makeNodes(place.real(), runAs);
            state.save(place.real());
            Lab lab = new Lab(place, lock, binaries, state);
            lab.reservation = ports.reservation();
            return lab;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not create the lab in \"" + absolute + "\": " + e.getMessage()), e);
        }
    }

    /**
     * Finds a lab again.
     *
     * @throws LabException when there is none, its server programs are gone, or another pgduo holds it
     */
    public static Lab open(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        LabState state = LabState.load(absolute);
        ServerBinaries binaries =
                ServerChoice.installed().choose(Optional.of(state.bin().toString()));
        try {
            LabPlace place = LabPlace.find(absolute);
            Lab lab = new Lab(place, LabLock.take(place.real()), binaries, state);
            for (Node node : lab.nodes()) {
                DataCopy.recover(node.layout().data());
            }
            return lab;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not open the lab in \"" + absolute + "\": " + e.getMessage()), e);
        }
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

    /** Initialises a node that has no database cluster yet. */
    public Node initialised(NodeName name) {
        Node node = node(name);
        if (node.status().status() == NodeStatus.EMPTY) {
            node.init(initOptions());
        }
        return node;
    }

    /** How this lab's nodes are initialised. */
    public InitOptions initOptions() {
        return state.password().isEmpty() ? InitOptions.trust() : InitOptions.scram(state.password());
    }

    /** Who may connect to this lab's nodes. */
    public Auth auth() {
        return initOptions().auth();
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
        return new Endpoint("127.0.0.1", null, state.port(name).number(), SUPERUSER, "postgres", password);
    }

    /** Takes base backups for a node without any program. */
    public BaseBackupClient backupClient(Node target) {
        return ProtocolBackup.of(
                target.settings(), Optional.of(state.password()).filter(password -> !password.isEmpty()));
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
                .orElseThrow(
                        () -> LabException.of("no node is a running " + word, "\"status\" shows what the nodes are."));
    }

    /** Takes other ports when no node runs and one of the lab's ports is taken; says whether it did. */
    public boolean recheckPorts() {
        boolean running = nodes().stream().anyMatch(n -> n.status().pid().isPresent());
        boolean free = state.ports().values().stream().map(Port::number).allMatch(PortReservation::free);
        if (running || free) {
            return false;
        }
        Ports ports = Ports.freePair();
        reservation.close();
        reservation = ports.reservation();
        state = state.withPorts(ports.byNode());
        state.save(directory());
        for (NodeName name : NodeName.values()) {
            query(name).close();
            assemble(name);
            if (node(name).status().status() != NodeStatus.EMPTY) {
                node(name).writeLocalSettings();
            }
        }
        return true;
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
        stopOrder().forEach(Lab::end);
        nodes().forEach(Node::releaseSharedMemory);
        queries.values().forEach(LabQueries::close);
        nodes().forEach(node -> Trees.delete(node.layout().socketDirectory(), false));
        reservation.close();
        lock.close();
        place.remove();
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
        LabQueries query = new LabQueries(endpoint(name));
        queries.put(name, query);
        nodes.put(
                name,
                new Node(new NodeSettings(
                        name, layout, state.port(name), binaries, state.runAs(), query, SUPERUSER, Deadline.DEFAULT)));
    }

    /** Whether it may be what a pgduo left that was killed before there was a lab: its lock, an empty node. */
    private static boolean isBeginning(Path entry) {
        String name = String.valueOf(entry.getFileName());
        if (name.equals("lock")) {
            return true;
        }
        try {
            return NodeName.find(name).isPresent() && FileTree.entries(entry).isEmpty() && Files.isDirectory(entry);
        } catch (IOException e) {
            return false;
        }
    }

    /** Each node's directory; a server of another user must get through all of them. */
    private static void makeNodes(Path directory, RunAs runAs) throws IOException {
        for (NodeName name : NodeName.values()) {
            PrivateFiles.directory(directory.resolve(name.toString()));
        }
        runAs.own(directory);
    }
}
