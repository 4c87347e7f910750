package dev.pgduo.shell.bar;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.catalogue.Faults;
import dev.pgduo.lab.load.daemon.LoadFigures;
import dev.pgduo.lab.pair.Amount;
import dev.pgduo.lab.pair.NodePicture;
import dev.pgduo.lab.pair.PairJudge;
import dev.pgduo.lab.pair.ReplicationState;
import dev.pgduo.lab.pair.Situation;
import dev.pgduo.lab.watch.Link;
import dev.pgduo.lab.watch.NodeFacts;
import dev.pgduo.lab.watch.PairFacts;
import dev.pgduo.shell.screen.Strokes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** The two lines of the status bar: node a at the left, node b at the right, the replication state between them. */
public final class BarText {
    private static final int GAP = 1;

    private final Tints tints;
    private final Strokes strokes;
    private final IntUnaryOperator ports;

    /** @param ports converts a real port to the shown one */
    public BarText(Tints tints, Strokes strokes, IntUnaryOperator ports) {
        this.ports = ports;
        this.tints = tints;
        this.strokes = strokes;
    }

    /** Both lines with exactly this width; text without room is cut. */
    public List<AttributedString> lines(PairFacts pair, int width) {
        return lines(pair, Work.NONE, width);
    }

    /**
     * The activity of the nodes.
     *
     * @param running the seconds for which the longest statement of each node has been running
     * @param load the figures of the lab's load, and the active faults; or empty
     * @param risk what would be lost if the primary died now; or empty
     */
    public record Work(Map<NodeName, Long> running, String load, String risk) {
        static final Work NONE = new Work(Map.of(), "", "");

        public Work {
            running = Map.copyOf(running);
        }

        /** The same statements, preceded by the load and the active faults of this lab. */
        static Work of(Map<NodeName, Long> running, Lab lab, String risk) {
            Stream<String> faults = Faults.seen(lab).stream().map(fault -> "fault " + fault.words());
            Stream<String> load = lab.load().live().map(LoadFigures::brief).stream();
            return new Work(running, Stream.concat(faults, load).collect(Collectors.joining(", ")), risk);
        }
    }

    /** Both lines with the nodes' activity. */
    public List<AttributedString> lines(PairFacts pair, Work work, int width) {
        return drawn(pair, work, width).stream().map(strokes::line).toList();
    }

    private List<AttributedString> drawn(PairFacts pair, Work work, int width) {
        List<AttributedString> left = node(pair.a(), work.running().get(NodeName.A));
        List<AttributedString> right = node(pair.b(), work.running().get(NodeName.B));
        int leftWidth = widest(left);
        int rightWidth = widest(right);
        int middle = width - leftWidth - rightWidth - 2 * GAP;
        if (middle < 1) {
            return List.of(
                    join(left.get(0), AttributedString.EMPTY, right.get(0), width),
                    join(left.get(1), AttributedString.EMPTY, right.get(1), width));
        }
        List<AttributedString> between = between(pair, work, middle);
        return List.of(
                row(padded(left.get(0), leftWidth), between.get(0), padded(right.get(0), rightWidth)),
                row(padded(left.get(1), leftWidth), between.get(1), padded(right.get(1), rightWidth)));
    }

    private List<AttributedString> node(NodeFacts node, @Nullable Long seconds) {
        AttributedStringBuilder first = new AttributedStringBuilder();
        String label = node.status().running()
                ? node.name() + " " + node.role()
                : node.name().toString();
        first.styled(tints.role(node), " " + label + " ")
                .append(" :" + ports.applyAsInt(node.port()) + " ")
                .styled(state(node), node.state())
                .append(seconds == null ? "" : ", statement " + seconds + " s");
        String place = node.answer().map(answer -> place(answer, node)).orElse("");
        return List.of(first.toAttributedString(), new AttributedString(" " + place));
    }

    private AttributedStyle state(NodeFacts node) {
        boolean bad = node.silent() || node.status() == NodeStatus.CRASHED || node.status() == NodeStatus.DAMAGED;
        return bad ? tints.bad() : AttributedStyle.DEFAULT;
    }

    private static String place(ReplicationState answer, NodeFacts node) {
        String timeline = node.picture()
                .flatMap(NodePicture::wal)
                .map(wal -> Long.toString(wal.end().timeline()))
                .orElse(answer.timeline());
        return "TL " + timeline + "  " + answer.lsn().map(Object::toString).orElse("");
    }

    private List<AttributedString> between(PairFacts pair, Work work, int width) {
        String label =
                pair.picture().map(PairJudge::situation).map(Situation::label).orElse("");
        if (pair.split() || !label.isEmpty()) {
            return List.of(
                    centred(new AttributedString(label.isEmpty() ? "two primaries" : label, tints.bad()), width),
                    centred(
                            new AttributedString(fitting(
                                    List.of(
                                            work.load(),
                                            work.risk(),
                                            pair.split() ? "each writes its own history" : ""),
                                    width)),
                            width));
        }
        return pair.link()
                .map(link -> List.of(
                        Arrow.of(link, width, tints),
                        centred(new AttributedString(facts(link, pair, work, width)), width)))
                .orElse(List.of(
                        padded(AttributedString.EMPTY, width), centred(new AttributedString(work.load()), width)));
    }

    /** The facts for the second line; the least important ones are left out where there is no room. */
    private static String facts(Link link, PairFacts pair, Work work, int width) {
        List<String> parts = new ArrayList<>();
        String lag = link.behind().isPresent() ? Amount.bytes(link.behind().getAsLong()) : "";
        boolean flows = link.state() != Link.State.BROKEN;
        parts.add(lag.isEmpty() || !flows ? lag : lag + " " + Amount.seconds(link.seconds()));
        if (!flows && !lag.isEmpty()) {
            parts.set(0, link.behind().getAsLong() == 0 ? "" : lag + " behind");
        }
        parts.add(work.load());
        parts.add(link.sync());
        pair.slot().map(BarText::slot).ifPresent(parts::add);
        return fitting(withRisk(parts, work, width), width);
    }

    /** Adds what would be lost. Where there is too little room it replaces the lag, but not the figures of a load. */
    private static List<String> withRisk(List<String> parts, Work work, int width) {
        if (work.risk().isEmpty()) {
            return parts;
        }
        List<String> more = new ArrayList<>(parts);
        more.add(2, work.risk());
        if (fits(more.subList(0, 3), width)) {
            return more;
        }
        if (!work.load().isEmpty() && fits(parts.subList(0, 2), width)) {
            return parts;
        }
        more.removeAll(List.of(parts.get(0), work.load()));
        return more;
    }

    private static boolean fits(List<String> parts, int width) {
        return length(parts.stream().filter(part -> !part.isEmpty()).toList()) <= width;
    }

    /** As many of the first parts as there is room for. */
    private static String fitting(List<String> wanted, int width) {
        List<String> parts = new ArrayList<>(wanted);
        parts.removeIf(String::isEmpty);
        while (parts.size() > 1 && length(parts) > width) {
            parts.remove(parts.size() - 1);
        }
        return String.join(", ", parts);
    }

    private static int length(List<String> parts) {
        return String.join(", ", parts).length();
    }

    private static String slot(ReplicationState.Slot slot) {
        if (slot.walStatus().equals("lost")) {
            return "slot " + slot.name() + " lost";
        }
        return slot.active() ? "slot " + slot.name() : "slot " + slot.name() + " keeps " + Amount.bytes(slot.kept());
    }

    private static AttributedString row(AttributedString left, AttributedString middle, AttributedString right) {
        return new AttributedStringBuilder()
                .append(left)
                .append(" ".repeat(GAP))
                .append(middle)
                .append(" ".repeat(GAP))
                .append(right)
                .toAttributedString();
    }

    private static AttributedString join(
            AttributedString left, AttributedString middle, AttributedString right, int width) {
        AttributedString all = row(left, middle, right);
        return all.columnLength() > width ? all.columnSubSequence(0, width) : all;
    }

    private static AttributedString centred(AttributedString text, int width) {
        AttributedString fitting = text.columnLength() > width ? text.columnSubSequence(0, width) : text;
        int before = (width - fitting.columnLength()) / 2;
        return padded(
                new AttributedStringBuilder()
                        .append(" ".repeat(before))
                        .append(fitting)
                        .toAttributedString(),
                width);
    }

    private static AttributedString padded(AttributedString text, int width) {
        return new AttributedStringBuilder()
                .append(text)
                .append(" ".repeat(Math.max(0, width - text.columnLength())))
                .toAttributedString();
    }

    private static int widest(List<AttributedString> lines) {
        return lines.stream().mapToInt(AttributedString::columnLength).max().orElse(0);
    }
}
