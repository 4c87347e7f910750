package dev.pgduo.replay.event;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.ReplicationState;
import dev.pgduo.lab.watch.Link;
import dev.pgduo.lab.watch.NodeFacts;
import dev.pgduo.lab.watch.PairFacts;
import dev.pgduo.lab.watch.PairLook;
import java.util.List;
import java.util.OptionalLong;

/** Adds the state of both nodes after a step to its event. */
final class NodesNow {
    private NodesNow() {}

    /** The event with the nodes' present states. */
    static Event of(Lab lab, Event ended) {
        PairFacts pair = PairLook.at(lab);
        Event event = ended;
        for (NodeFacts node : List.of(pair.a(), pair.b())) {
            event = facts(event, node);
        }
        OptionalLong behind = pair.link().map(Link::behind).orElse(OptionalLong.empty());
        return behind.isPresent() ? event.with("behind", Long.toString(behind.getAsLong())) : event;
    }

    private static Event facts(Event event, NodeFacts node) {
        Event more = event.with(node.name() + ".role", node.role()).with(node.name() + ".state", node.state());
        ReplicationState answer = node.answer().orElse(null);
        if (answer == null) {
            return more;
        }
        Event timed = answer.timeline().isEmpty() ? more : more.with(node.name() + ".timeline", answer.timeline());
        return answer.lsn().isEmpty()
                ? timed
                : timed.with(node.name() + ".lsn", answer.lsn().get().toString());
    }
}
