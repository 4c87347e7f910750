package dev.pgduo.shell.bar;

import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.lab.watch.Answer;
import dev.pgduo.lab.watch.Link;
import dev.pgduo.lab.watch.NodeFacts;
import dev.pgduo.lab.watch.PairFacts;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The two lines of the bar: node a at the left, node b at the right, between them what flows. */
public final class BarText {
    private static final int GAP = 1;

    private final Tints tints;

    public BarText(Tints tints) {
        this.tints = tints;
    }

    /** Both lines, exactly this wide, or cut where there is no room. */
    public List<AttributedString> lines(PairFacts pair, int width) {
        List<AttributedString> left = node(pair.a());
        List<AttributedString> right = node(pair.b());
        int leftWidth = widest(left);
        int rightWidth = widest(right);
        int middle = width - leftWidth - rightWidth - 2 * GAP;
        if (middle < 1) {
            return List.of(
                    join(left.get(0), AttributedString.EMPTY, right.get(0), width),
                    join(left.get(1), AttributedString.EMPTY, right.get(1), width));
        }
        List<AttributedString> between = between(pair, middle);
        return List.of(
                row(padded(left.get(0), leftWidth), between.get(0), padded(right.get(0), rightWidth)),
                row(padded(left.get(1), leftWidth), between.get(1), padded(right.get(1), rightWidth)));
    }

    private List<AttributedString> node(NodeFacts node) {
        AttributedStringBuilder first = new AttributedStringBuilder();
        String label = node.status().running()
                ? node.name() + " " + node.role()
                : node.name().toString();
        first.styled(tints.role(node), " " + label + " ")
                .append(" :" + node.port() + " ")
                .styled(state(node), node.state());
        String place = node.answer().map(BarText::place).orElse("");
        return List.of(first.toAttributedString(), new AttributedString(" " + place));
    }

    private AttributedStyle state(NodeFacts node) {
        boolean bad = node.silent() || node.status() == NodeStatus.CRASHED;
        return bad ? tints.bad() : AttributedStyle.DEFAULT;
    }

    private static String place(Answer answer) {
        return "TL " + answer.timeline() + "  "
                + answer.lsn().map(Object::toString).orElse("");
    }

    private List<AttributedString> between(PairFacts pair, int width) {
        if (pair.split()) {
            return List.of(
                    centred(new AttributedString("two primaries", tints.bad()), width),
                    centred(new AttributedString("each writes its own history"), width));
        }
        return pair.link()
                .map(link -> List.of(
                        Arrow.of(link, width, tints), centred(new AttributedString(facts(link, pair, width)), width)))
                .orElse(List.of(padded(AttributedString.EMPTY, width), padded(AttributedString.EMPTY, width)));
    }

    /** As much as there is room for, the least important left out first. */
    private static String facts(Link link, PairFacts pair, int width) {
        List<String> parts = new ArrayList<>();
        String lag = link.behind().isPresent() ? Sizes.bytes(link.behind().getAsLong()) : "";
        boolean flows = link.state() != Link.State.BROKEN;
        parts.add(lag.isEmpty() || !flows ? lag : lag + " " + Sizes.seconds(link.seconds()));
        if (!flows && !lag.isEmpty()) {
            parts.set(0, lag + " behind");
        }
        parts.add(link.sync());
        pair.slot().map(BarText::slot).ifPresent(parts::add);
        parts.removeIf(String::isEmpty);
        while (parts.size() > 1 && length(parts) > width) {
            parts.remove(parts.size() - 1);
        }
        return String.join(", ", parts);
    }

    private static int length(List<String> parts) {
        return String.join(", ", parts).length();
    }

    private static String slot(Answer.Slot slot) {
        if (slot.walStatus().equals("lost")) {
            return "slot " + slot.name() + " lost";
        }
        return slot.active() ? "slot " + slot.name() : "slot " + slot.name() + " keeps " + Sizes.bytes(slot.kept());
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
