package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.LabStatus;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.ReplicationState;
import dev.pgduo.lab.watch.Link;
import dev.pgduo.lab.watch.NodeFacts;
import dev.pgduo.lab.watch.PairFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the two nodes as boxes with the replication state between them; 80 columns wide at most. */
final class PairDrawing {
    private static final int BOX = 26;
    private static final int MIDDLE = 22;

    private final PairFacts pair;
    private final Finding finding;
    private final List<LabStatus.Row> rows;

    /**
     * A drawing of this pair.
     *
     * @param finding the diagnosis of the pair
     * @param rows the rows of the status table, a first
     */
    PairDrawing(PairFacts pair, Finding finding, List<LabStatus.Row> rows) {
        this.pair = pair;
        this.finding = finding;
        this.rows = List.copyOf(rows);
    }

    List<String> lines() {
        List<String> left = box(pair.a(), rows.get(0));
        List<String> right = box(pair.b(), rows.get(1));
        List<String> middle = middle();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            lines.add(left.get(i) + middle.get(i) + right.get(i));
        }
        return lines;
    }

    private static List<String> box(NodeFacts node, LabStatus.Row row) {
        Long pid = row.pid();
        return List.of(
                "┌" + "─".repeat(BOX) + "┐",
                side("node " + node.name() + ": " + state(node, row)),
                side("port " + row.port() + (pid == null ? "" : ", pid " + pid)),
                side(row.timeline() == null ? "" : "timeline " + row.timeline()),
                side(row.lsn() == null ? "" : "LSN " + row.lsn()),
                "└" + "─".repeat(BOX) + "┘");
    }

    private static String state(NodeFacts node, LabStatus.Row row) {
        if (node.silent()) {
            return "no answer";
        }
        return node.answer().filter(ReplicationState::paused).isPresent()
                ? "replay paused"
                : row.state().toString();
    }

    private static String side(String text) {
        return "│ " + text + " ".repeat(Math.max(0, BOX - 1 - text.length())) + "│";
    }

    private List<String> middle() {
        Optional<Link> link = pair.link();
        String blank = " ".repeat(MIDDLE);
        String words = finding.verdict().situation().label();
        if (link.isEmpty() || !words.isEmpty()) {
            return List.of(blank, blank, centred(words), blank, blank, blank);
        }
        Link flow = link.get();
        boolean broken = flow.state() == Link.State.BROKEN;
        String flows = flow.words() + (flow.sync().isEmpty() ? "" : ", " + flow.sync());
        return List.of(blank, centred(flows), arrow(flow, broken), centred(lag(flow)), centred(slot()), blank);
    }

    private static String arrow(Link link, boolean broken) {
        String line = (broken ? "╍" : "━").repeat(MIDDLE - 3);
        boolean right = link.from() == NodeName.A;
        if (broken) {
            return right ? " ✗" + line + " " : " " + line + "✗ ";
        }
        return right ? " " + line + "▶ " : " ◀" + line + " ";
    }

    private static String lag(Link link) {
        if (link.behind().isEmpty()
                || (link.state() == Link.State.BROKEN && link.behind().getAsLong() == 0)) {
            return "";
        }
        String seconds = link.seconds() == 0 ? "" : String.format(Locale.ROOT, ", %.1f s", link.seconds());
        return link.behind().getAsLong() + " bytes" + seconds + " behind";
    }

    private String slot() {
        return pair.slot()
                .map(slot -> "slot " + slot.name() + (slot.active() ? "" : ", inactive"))
                .orElse("");
    }

    private static String centred(String text) {
        String cut = text.length() > MIDDLE ? text.substring(0, MIDDLE) : text;
        int before = (MIDDLE - cut.length()) / 2;
        return " ".repeat(before) + cut + " ".repeat(MIDDLE - cut.length() - before);
    }
}
