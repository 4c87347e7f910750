package dev.pgduo.lab.watch;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeState;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at one node: at its files always, through a connection of its own while it runs. For one thread. */
final class NodeWatch {
    private final Lab lab;
    private final NodeName name;
    private final String question;
    private @Nullable Probe probe;
    private int port;

    NodeWatch(Lab lab, NodeName name) {
        this.lab = lab;
        this.name = name;
        this.question = new Question(lab.capabilities()).sql();
    }

    NodeFacts look() {
        NodeState state = lab.node(name).status();
        Optional<Answer> answer = Optional.empty();
        if (state.status().running()) {
            answer = ask();
        } else {
            // A smart shutdown waits for its clients.
            close();
        }
        return new NodeFacts(name, state.status(), lab.state().port(name).number(), answer);
    }

    private Optional<Answer> ask() {
        try {
            List<List<@Nullable String>> rows = probe().rows(question);
            return rows.isEmpty() ? Optional.empty() : Optional.of(Question.read(rows.get(0)));
        } catch (LabException e) {
            close();
            return Optional.empty();
        }
    }

    private Probe probe() {
        int now = lab.state().port(name).number();
        if (probe != null && now != port) {
            close();
        }
        Probe open = probe == null ? Probe.brisk(lab.endpoint(name)) : probe;
        probe = open;
        port = now;
        return open;
    }

    void close() {
        if (probe != null) {
            probe.close();
            probe = null;
        }
    }
}
