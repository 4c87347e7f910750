package dev.pgduo.lab.fault.network;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.link.LabLink;
import dev.pgduo.lab.link.LinkState;
import dev.pgduo.lab.link.Stream;
import dev.pgduo.lab.link.Toxic;
import dev.pgduo.lab.pair.RecoveryFiles;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Routes replication through the link while a network fault is active, and back. Several such faults may be active; the last
 * one that is healed removes the link.
 *
 * @param scene the fault's context
 */
record LinkPath(Scene scene) {
    private static final String CONNINFO = "primary_conninfo";
    private static final String LINK = "link";
    private static final String SENT = "sent.";
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** Settings with which both servers notice a broken connection after 3 s: the primary's and the standby's, by node. */
    static Map<NodeName, Map<String, String>> shortTimeouts(NodeName standby) {
        return Map.of(
                standby.other(),
                Map.of("wal_sender_timeout", "3s"),
                standby,
                new TreeMap<>(Map.of("wal_receiver_timeout", "3s", "wal_receiver_status_interval", "1s")));
    }

    LabLink link() {
        return LabLink.of(scene.lab().directory());
    }

    /** Whether the fault has begun to route replication through the link. */
    boolean begun() {
        return scene.note(LINK).isPresent();
    }

    /** The name of this fault's toxics. */
    private String name() {
        return scene.fault().words().replace(' ', '-');
    }

    private PairWork work() {
        return new PairWork(scene);
    }

    /** Other active faults that need the link. */
    private List<StandingFault> others() {
        return StandingFault.of(scene.lab().directory()).stream()
                .filter(other -> other.notes().containsKey(LINK)
                        && !other.words().equals(scene.fault().words()))
                .toList();
    }

    /**
     * Makes the standby stream through the link, with these settings while the fault is active.
     *
     * @throws LabException when the standby does not stream
     */
    void enter(Map<NodeName, Map<String, String>> settings) {
        NodeName standby = scene.node();
        NodeName primary = scene.other();
        boolean there = !others().isEmpty() && link().running();
        scene.note(LINK, "between the nodes");
        settings.getOrDefault(primary, Map.of()).forEach((name, value) -> set(primary, name, value));
        if (settings.containsKey(primary)) {
            work().reload(primary);
        }
        settings.getOrDefault(standby, Map.of()).forEach((name, value) -> set(standby, name, value));
        if (there) {
            others().forEach(other -> work().adopt(other, standby, CONNINFO));
            if (settings.containsKey(standby)) {
                work().reload(standby);
            }
            return;
        }
        LinkState state = link().start(scene.lab().port(primary), scene.lab().isThrowAway());
        set(standby, CONNINFO, ThroughLink.conninfo(conninfo(), state.port()));
        applyConninfo();
        new Wait("have node " + standby + " stream through the link", Deadline.DEFAULT, () -> "it does not")
                .until(this::streamsThrough);
    }

    private void set(NodeName node, String setting, String value) {
        others().forEach(other -> work().adopt(other, node, setting));
        work().set(node, setting, value);
    }

    private String conninfo() {
        return RecoveryFiles.read(scene.server().layout().data(), scene.lab().capabilities())
                .conninfo()
                .orElse("");
    }

    private void applyConninfo() {
        if (reloads()) {
            work().reload(scene.node());
        } else {
            scene.say("node " + scene.node() + " is restarted: before PostgreSQL 13, a standby reads " + CONNINFO
                    + " only when it starts");
            work().restart(scene.node());
        }
    }

    /** Whether the primary streams to a standby that is connected through the link. */
    boolean streamsThrough() {
        String ports = link().state().map(LinkState::ports).orElse(List.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        try {
            return scene.ask(
                            scene.other(),
                            "select count(*) from pg_stat_replication where state = 'streaming' and client_port = any('{"
                                    + ports + "}')")
                    .equals("1");
        } catch (LabException e) {
            return false;
        }
    }

    /** Adds toxics to these directions of the link. */
    void spoil(Toxic.Type type, Map<Toxic.Attribute, Long> attributes, Stream... streams) {
        link().change(order -> order.with(Toxic.of(name(), type, attributes, streams)));
    }

    /**
     * Adds a toxic while the standby streams through the link. Had its connection just ended, on a busy machine by one of the short
     * timeouts, the next one would never be made, and no server would notice anything.
     */
    void spoilStream(Toxic.Type type, Stream... streams) {
        new Wait(
                        "spoil the stream to node " + scene.node(),
                        Deadline.DEFAULT,
                        () -> "node " + scene.node() + " did not stream")
                .until(() -> streamsThrough() && spoilt(type, streams));
    }

    private boolean spoilt(Toxic.Type type, Stream... streams) {
        spoil(type, Map.of(), streams);
        boolean still = streamsThrough();
        if (!still) {
            mend();
        }
        return still;
    }

    /** Removes this fault's toxics from the link. */
    void mend() {
        if (link().running()) {
            link().change(order -> order.without(name()));
        }
    }

    /** Notes how many bytes each direction has passed on, once the numbers do not change any more, for {@link #silentSign}. */
    void noteSilence(List<Stream> streams) {
        Wait.to("see the link quiet", QUIET).comesTrue(() -> {
            List<Long> before = sent(streams);
            link().change(order -> order);
            return sent(streams).equals(before);
        });
        streams.forEach(stream -> scene.note(SENT + stream, Long.toString(sent(stream))));
    }

    private List<Long> sent(List<Stream> streams) {
        return streams.stream().map(this::sent).toList();
    }

    private long sent(Stream stream) {
        return link().state().map(state -> state.bytes(stream).sent()).orElse(0L);
    }

    /** A sign that no byte has been passed on to a node since {@link #noteSilence}. */
    Sign silentSign(Stream stream) {
        NodeName to = stream == Stream.UPSTREAM ? scene.other() : scene.node();
        return new Sign("no bytes sent to node " + to, () -> {
            long sent = sent(stream);
            return scene.note(SENT + stream).filter(Long.toString(sent)::equals).isPresent()
                    ? Optional.of("link: no bytes to node " + to + " since then (" + sent + " before)")
                    : Optional.empty();
        });
    }

    /** A sign that the standby streams through the link. */
    Sign streamsSign() {
        return new Sign(
                "node " + scene.node() + " streams through the link",
                () -> streamsThrough()
                        ? Optional.of("node " + scene.node() + " streams through the link (client_port "
                                + link().state()
                                        .map(state -> state.ports().toString().replaceAll("[\\[\\]]", ""))
                                        .orElse("")
                                + ")")
                        : Optional.empty());
    }

    /** A sign that the link's process has died, so that the network is not what failed. */
    Sign deadSign() {
        return new Sign(
                "the process of the link",
                () -> link().running() ? Optional.empty() : Optional.of("the process of the link is dead"));
    }

    /** Removes the link, unless another fault needs it, and waits until the standby streams. */
    void leave() {
        List<StandingFault> others = others();
        if (!others.isEmpty()) {
            mend();
        } else if (!reloads()) {
            // The link ends first: a standby that waits for an answer through it could not be stopped.
            link().end();
        }
        restore(others, true);
        if (others.isEmpty()) {
            link().end();
        }
        if (paired() && !link().broken() && !link().dead()) {
            work().awaitStream(scene.node());
        }
    }

    /** Whether a reload makes the standby use a new primary_conninfo; servers before 13 read it only when they start. */
    private boolean reloads() {
        return scene.lab().capabilities().has(Feature.CONNINFO_RELOAD);
    }

    /** Removes the link because both nodes are about to be stopped. */
    void drop() {
        List<StandingFault> others = others();
        link().end();
        restore(others, false);
    }

    private void restore(List<StandingFault> others, boolean apply) {
        NodeName standby = scene.node();
        boolean primary = !work().putBack(scene.other(), others).isEmpty();
        List<String> back = work().putBack(standby, others);
        if (!apply) {
            return;
        }
        if (primary && up(scene.other())) {
            work().reload(scene.other());
        }
        if (back.contains(CONNINFO) && status(standby) == NodeStatus.RUNNING_STANDBY) {
            applyConninfo();
        } else if (!back.isEmpty() && up(standby)) {
            work().reload(standby);
        }
    }

    private boolean up(NodeName node) {
        return status(node).running();
    }

    private NodeStatus status(NodeName node) {
        return scene.lab().node(node).status().status();
    }

    /** Whether the nodes still have the roles that they had when the fault began. */
    private boolean paired() {
        return status(scene.node()) == NodeStatus.RUNNING_STANDBY
                && status(scene.other()) == NodeStatus.RUNNING_PRIMARY;
    }

    /** Whether no effect is left: the link has no toxic of this fault, and the standby streams, if it can. */
    boolean left() {
        boolean known = link().order().filter(order -> order.has(name())).isPresent();
        boolean blocked = link().broken() || link().dead() || !paired();
        return !known && (blocked || scene.lab().check().look().picture().streaming());
    }
}
