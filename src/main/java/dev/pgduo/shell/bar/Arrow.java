package dev.pgduo.shell.bar;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.watch.Link;
import org.jline.utils.AttributedString;

/** The arrow between the two nodes, with a word in its middle. */
final class Arrow {
    private Arrow() {}

    static AttributedString of(Link link, int width, Tints tints) {
        String word = " " + link.words() + " ";
        int room = width - word.length();
        if (room < 2) {
            return new AttributedString(fill(link, width), tints.link(link));
        }
        int before = room / 2;
        StringBuilder line = new StringBuilder(stroke(link).repeat(before))
                .append(word)
                .append(stroke(link).repeat(room - before));
        return new AttributedString(headed(line, link), tints.link(link));
    }

    private static String fill(Link link, int width) {
        return headed(new StringBuilder(stroke(link).repeat(width)), link);
    }

    private static String headed(StringBuilder line, Link link) {
        if (link.state() == Link.State.BROKEN) {
            line.setCharAt(link.from() == NodeName.A ? 0 : line.length() - 1, '✗');
        } else if (link.from() == NodeName.A) {
            line.setCharAt(line.length() - 1, '▶');
        } else {
            line.setCharAt(0, '◀');
        }
        return line.toString();
    }

    private static String stroke(Link link) {
        return link.state() == Link.State.STREAMING ? "━" : "╍";
    }
}
