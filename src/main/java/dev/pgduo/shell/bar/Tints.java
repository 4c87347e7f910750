package dev.pgduo.shell.bar;

import dev.pgduo.lab.watch.Link;
import dev.pgduo.lab.watch.NodeFacts;
import org.jline.utils.AttributedStyle;

/** The colours of the bar: dark letters on coloured blocks, which are readable on light and dark terminals. */
public enum Tints {
    /** Bold and inverse, without colours. */
    PLAIN {
        @Override
        AttributedStyle colour(AttributedStyle style, int colour) {
            return style;
        }
    },
    COLOURED {
        @Override
        AttributedStyle colour(AttributedStyle style, int colour) {
            return style.foreground(colour);
        }
    };

    abstract AttributedStyle colour(AttributedStyle style, int colour);

    AttributedStyle role(NodeFacts node) {
        AttributedStyle block = AttributedStyle.DEFAULT.inverse();
        if (node.primary()) {
            return colour(block.bold(), AttributedStyle.GREEN);
        }
        return node.standby() ? colour(block.bold(), AttributedStyle.BLUE) : block;
    }

    AttributedStyle bad() {
        return colour(AttributedStyle.DEFAULT.bold(), AttributedStyle.RED);
    }

    AttributedStyle link(Link link) {
        return switch (link.state()) {
            case STREAMING -> colour(AttributedStyle.DEFAULT, AttributedStyle.GREEN);
            case CATCHUP -> colour(AttributedStyle.DEFAULT.bold(), AttributedStyle.MAGENTA);
            case BROKEN -> bad();
        };
    }
}
