package dev.pgduo.replay.event;

import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which pane each step of a lab is typed at, told in the order of the steps; a session is where its last psql line led to. */
final class Panes {
    private static final Pattern PORT = Pattern.compile("(?:-p ?|--port[= ]|port=)(\\d{1,5})\\b");

    private final Header header;
    private final Map<Integer, String> nodes = new HashMap<>();

    Panes(Header header) {
        this.header = header;
    }

    /** The pane of the next step; none for one that runs nothing. */
    Pane of(Step step) {
        if (step instanceof Step.OsCommand os) {
            return Pane.os(os.node());
        }
        if (step instanceof Step.SessionOpen open) {
            nodes.put(open.session(), port(open.command()).map(NodeHeader::name).orElse(node(open.session())));
            return Pane.session(open.session(), node(open.session()));
        }
        if (step instanceof Step.SqlInput sql) {
            return Pane.session(sql.session(), node(sql.session()));
        }
        if (step instanceof Step.LateOutput late) {
            return Pane.session(late.session(), node(late.session()));
        }
        return step instanceof Step.LabCommand ? Pane.LAB : Pane.NONE;
    }

    private Optional<NodeHeader> port(String psql) {
        Matcher port = PORT.matcher(psql);
        return port.find() ? header.nodeAtPort(Integer.parseInt(port.group(1))) : Optional.empty();
    }

    private String node(int session) {
        return nodes.getOrDefault(session, session == 1 ? "a" : "b");
    }
}
