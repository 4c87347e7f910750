package dev.pgduo.replay.event;

import dev.pgduo.lab.os.PsqlArguments;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.ShellWords;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pane of each step of a lab, in order; the node of a session comes from its last psql line. */
final class Panes {
    private final Header header;
    private final Map<Integer, String> nodes = new HashMap<>();

    Panes(Header header) {
        this.header = header;
    }

    /** The pane of the next step; {@link EventPane#NONE} for a step that runs nothing. */
    EventPane of(Step step) {
        if (step instanceof Step.OsCommand os) {
            return EventPane.os(os.node());
        }
        if (step instanceof Step.SessionOpen open) {
            return opened(open.session(), open.command());
        }
        if (step instanceof Step.SqlInput sql) {
            return session(sql.session());
        }
        if (step instanceof Step.LateOutput late) {
            return session(late.session());
        }
        return step instanceof Step.LabCommand ? EventPane.LAB : EventPane.NONE;
    }

    /** The pane of this session. */
    EventPane session(int number) {
        return EventPane.session(number, node(number));
    }

    /** The pane of a session that this psql line opens. */
    EventPane opened(int number, String psql) {
        nodes.put(number, port(psql).map(NodeHeader::name).orElse(node(number)));
        return session(number);
    }

    /** The node of a psql line; empty when it names no port, or is invalid. */
    private Optional<NodeHeader> port(String psql) {
        List<String> words = ShellWords.of(psql).words();
        try {
            return Optional.ofNullable(
                            PsqlArguments.of(words.subList(1, words.size())).port())
                    .flatMap(header::nodeAtPort);
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    private String node(int session) {
        return nodes.getOrDefault(session, session == 1 ? "a" : "b");
    }
}
